package io.futureos.studio.examples.smtp;

/** The mail server refused a report for good: sending it again would not help. */
public final class MailRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MailRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
