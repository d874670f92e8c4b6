package io.futureos.studio.storage.memory;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.storage.BlobStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Bytes in a map. */
final class InMemoryBlobStore implements BlobStore {

    @SuppressWarnings("ArrayRecordComponent") // never leaves this class
    private record Blob(byte[] content, Instant lastPut) {}

    private final NavigableMap<Fingerprint, Blob> blobs = new ConcurrentSkipListMap<>();
    private final Clock clock;

    InMemoryBlobStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public BlobKey put(byte[] content) {
        byte[] own = content.clone();
        BlobKey key = BlobKey.of(own);
        blobs.put(key.value(), new Blob(own, clock.instant()));
        return key;
    }

    @Override
    public Optional<byte[]> get(BlobKey key) {
        return Optional.ofNullable(blobs.get(key.value()))
                .map(blob -> blob.content().clone());
    }

    @Override
    public List<Stored> list(String prefix, Optional<BlobKey> after, int size) {
        return after.map(last -> blobs.tailMap(last.value(), false)).orElse(blobs).entrySet().stream()
                .filter(entry -> entry.getKey().value().startsWith(prefix))
                .limit(size)
                .map(InMemoryBlobStore::stored)
                .toList();
    }

    private static Stored stored(Map.Entry<Fingerprint, Blob> entry) {
        Blob blob = entry.getValue();
        return new Stored(new BlobKey(entry.getKey()), blob.content().length, blob.lastPut());
    }

    @Override
    public void delete(BlobKey key) {
        blobs.remove(key.value());
    }

    @Override
    public void deleteUnlessPutSince(BlobKey key, Instant since) {
        blobs.computeIfPresent(key.value(), (same, blob) -> blob.lastPut().isBefore(since) ? null : blob);
    }
}
