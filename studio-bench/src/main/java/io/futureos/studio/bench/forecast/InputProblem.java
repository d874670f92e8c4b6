package io.futureos.studio.bench.forecast;

/** Something that was asked for can't be done; the message says what, and the way out. */
final class InputProblem extends Exception {
    private static final long serialVersionUID = 1L;

    InputProblem(String message) {
        super(message);
    }

    InputProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
