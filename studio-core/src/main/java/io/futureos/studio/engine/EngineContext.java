package io.futureos.studio.engine;

import io.futureos.studio.model.BlobKey;

/** What an engine may ask of the Studio while it works for one job. */
public interface EngineContext {

    /**
     * Tells how far the work is. Engines call this when they begin, and from then on at least once a second of work: it is
     * where a cancelled job ends.
     *
     * @param phase what is being done now, in a few words for people
     * @param fraction of the whole request that is done, from 0 to 1, and never less than before
     * @throws CancelledException if nobody waits for the result any more
     */
    void progress(String phase, double fraction);

    /** The content stored under {@code key}. */
    byte[] read(BlobKey key);

    /** Stores content and returns the key to refer to it by. */
    BlobKey store(byte[] content);

    /** Ends the work of an engine whose job was cancelled. Engines let it pass, and report nothing more. */
    final class CancelledException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public CancelledException() {
            super("The job was cancelled");
        }
    }
}
