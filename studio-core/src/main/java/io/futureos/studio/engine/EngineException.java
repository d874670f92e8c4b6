package io.futureos.studio.engine;

import static java.util.Objects.requireNonNull;

/**
 * An engine can't do what it was asked for, for a reason that the asker can mend. The message is one sentence for the
 * person who reads it: what is wrong, where, and what would be right.
 */
public class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * An error without a technical cause.
     *
     * @param code stable and lower-case, for programs, for example {@code column_missing}
     */
    public EngineException(String code, String message) {
        super(message);
        this.code = requireNonNull(code, "code");
    }

    public EngineException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = requireNonNull(code, "code");
    }

    public String code() {
        return code;
    }
}
