package io.futureos.studio.storage.memory;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.storage.BlobStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Bytes in a map. */
final class InMemoryBlobStore implements BlobStore {

    private final Map<BlobKey, byte[]> blobs = new ConcurrentHashMap<>();

    @Override
    public BlobKey put(byte[] content) {
        BlobKey key = BlobKey.of(content);
        blobs.putIfAbsent(key, content.clone());
        return key;
    }

    @Override
    public Optional<byte[]> get(BlobKey key) {
        return Optional.ofNullable(blobs.get(key)).map(byte[]::clone);
    }
}
