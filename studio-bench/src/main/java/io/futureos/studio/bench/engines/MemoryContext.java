package io.futureos.studio.bench.engines;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.model.BlobKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A context in memory, for engines that nobody cancels. Used by one thread. */
final class MemoryContext implements EngineContext {

    private final Map<BlobKey, byte[]> content = new HashMap<>();

    @Override
    public void progress(String phase, double fraction) {
        // Nobody is waiting for it.
    }

    @Override
    public byte[] read(BlobKey key) {
        return Optional.ofNullable(content.get(key))
                .orElseThrow(() -> new IllegalArgumentException("Nothing is stored under " + key));
    }

    @Override
    public BlobKey store(byte[] bytes) {
        BlobKey key = BlobKey.of(bytes);
        content.put(key, bytes);
        return key;
    }
}
