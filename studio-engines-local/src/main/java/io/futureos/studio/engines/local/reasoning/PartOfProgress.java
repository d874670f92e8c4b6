package io.futureos.studio.engines.local.reasoning;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.model.BlobKey;

/** Lets a piece of work tell its progress from 0 to 1 as a part of a larger one's, which never goes back. */
final class PartOfProgress implements EngineContext {

    private final EngineContext whole;
    private double from;
    private double to;
    private double reached;

    PartOfProgress(EngineContext whole) {
        this.whole = whole;
    }

    /** What comes next is this part of the whole. */
    PartOfProgress part(double begins, double ends) {
        from = begins;
        to = ends;
        return this;
    }

    @Override
    public void progress(String phase, double fraction) {
        double within = Math.max(0, Math.min(1, fraction));
        reached = Math.max(reached, from + (to - from) * within);
        whole.progress(phase, reached);
    }

    @Override
    public byte[] read(BlobKey key) {
        return whole.read(key);
    }

    @Override
    public BlobKey store(byte[] content) {
        return whole.store(content);
    }
}
