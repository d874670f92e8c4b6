package io.futureos.studio.testkit.fault;

/** The live store could not be reached; the SPI names no exception, so hosts must bear any. */
public final class LiveAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LiveAwayException(String operation) {
        super("The live store is away, so " + operation + " was not done");
    }
}
