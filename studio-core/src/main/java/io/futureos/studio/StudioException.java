package io.futureos.studio;

import static java.util.Objects.requireNonNull;

/**
 * Something that the caller asked for was not done, and nothing was changed. The code is stable and for programs; the
 * message is for people and says what was wrong and what would be right.
 */
public abstract class StudioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    StudioException(String code, String message) {
        super(message);
        this.code = requireNonNull(code, "code");
    }

    /** What was wrong, for programs; it stays the same from one release to the next. */
    public String code() {
        return code;
    }
}
