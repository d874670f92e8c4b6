package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.model.BlobKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An engine's surroundings for tests: blobs in memory, and progress that is checked but not shown. */
public final class BlobsInMemory implements EngineContext {

    private final Map<BlobKey, byte[]> blobs = new ConcurrentHashMap<>();

    @Override
    public void progress(String phase, double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new AssertionError("Progress goes from 0 to 1, but \"" + phase + "\" reports " + fraction);
        }
    }

    @Override
    public byte[] read(BlobKey key) {
        byte[] content = blobs.get(key);
        if (content == null) {
            throw new AssertionError("Nobody stored " + key);
        }
        return content.clone();
    }

    @Override
    public BlobKey store(byte[] content) {
        BlobKey key = BlobKey.of(content);
        blobs.put(key, content.clone());
        return key;
    }
}
