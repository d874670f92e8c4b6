package io.futureos.studio.bench.forecast;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.model.BlobKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A context in memory, for engines that nobody cancels. Safe for use by several threads. */
final class Blobs implements EngineContext {

    private final Map<BlobKey, byte[]> content = new ConcurrentHashMap<>();
    private final Map<BlobKey, byte[]> shared;

    Blobs() {
        this.shared = Map.of();
    }

    private Blobs(Map<BlobKey, byte[]> shared) {
        this.shared = shared;
    }

    /** One that reads what is here too, and whose own content goes when it does. */
    Blobs passing() {
        return new Blobs(content);
    }

    @Override
    public void progress(String phase, double fraction) {
        // Nobody is waiting for it.
    }

    @Override
    public byte[] read(BlobKey key) {
        return Optional.ofNullable(content.get(key))
                .or(() -> Optional.ofNullable(shared.get(key)))
                .orElseThrow(() -> new IllegalArgumentException("Nothing is stored under " + key))
                .clone();
    }

    @Override
    public BlobKey store(byte[] bytes) {
        BlobKey key = BlobKey.of(bytes);
        content.put(key, bytes.clone());
        return key;
    }
}
