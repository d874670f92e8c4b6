package io.futureos.studio.engine;

/**
 * An engine can't do what it was asked for at the moment: it is not reachable, overloaded or took too long. The same request
 * may succeed later, so the job is tried again.
 */
public class EngineUnavailableException extends EngineException {
    private static final long serialVersionUID = 1L;

    /** @param code stable and lower-case, for programs, for example {@code engine_timeout} */
    public EngineUnavailableException(String code, String message) {
        super(code, message);
    }

    public EngineUnavailableException(String code, String message, Throwable cause) {
        super(code, message, cause);
    }
}
