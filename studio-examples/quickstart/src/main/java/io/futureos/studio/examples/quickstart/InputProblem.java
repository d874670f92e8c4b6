package io.futureos.studio.examples.quickstart;

/** What the user gave can't be used. The message is one line: what, where, and what would be right. */
final class InputProblem extends Exception {
    private static final long serialVersionUID = 1L;

    InputProblem(String message) {
        super(message.strip().replaceAll("\\s*\\R\\s*", " "));
    }
}
