package io.futureos.studio.engines.local.intent;

/** A question can't be understood; the parser adds a form that can. */
final class Unclear extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /** The message is the beginning of a sentence and goes on with an example. */
    Unclear(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }
}
