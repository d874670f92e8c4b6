package io.futureos.studio.examples.quickstart;

/** A server does not do what it is asked for. The message is one line without passwords: which, why, and the way out. */
final class ServerProblem extends Exception {
    private static final long serialVersionUID = 1L;

    ServerProblem(String message) {
        super(message.strip().replaceAll("\\s*\\R\\s*", " "));
    }
}
