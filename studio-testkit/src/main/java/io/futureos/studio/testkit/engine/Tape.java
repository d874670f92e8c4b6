package io.futureos.studio.testkit.engine;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.model.BlobKey;
import java.util.function.Function;

/** Between those who ask engines and the engines: writes down what is answered, or answers from what was written. */
interface Tape {

    /**
     * The answer to a question.
     *
     * @param live asks the engine itself, within the context given
     */
    <R extends Record> R answer(
            Question question, Class<R> type, EngineContext context, Function<EngineContext, R> live);

    /** Keeps bytes that an engine handed out directly. */
    BlobKey keep(byte[] content);

    /** The bytes kept under this name. */
    byte[] kept(BlobKey key);

    /** The context of questions that have none. */
    EngineContext NOWHERE = new EngineContext() {
        @Override
        public void progress(String phase, double fraction) {}

        @Override
        public byte[] read(BlobKey key) {
            throw new IllegalStateException("Nothing is read for this question");
        }

        @Override
        public BlobKey store(byte[] content) {
            throw new IllegalStateException("Nothing is stored for this question");
        }
    };
}
