package io.futureos.studio.storage.redis;

/**
 * Redis did not do what it was asked for, or it is unknown whether it did. Nothing that was acknowledged is lost by it: Redis
 * holds only what is live.
 */
public final class RedisAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    RedisAwayException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why Redis could not be used, for programs. */
    public Reason reason() {
        return reason;
    }

    /** What keeps a node from using Redis; the names are stable. */
    public enum Reason {
        /** There is no host of that name. */
        UNKNOWN_HOST,
        /** Nobody listens there, or the connection broke. */
        UNREACHABLE,
        /** It did not answer in time. */
        TOO_SLOW,
        /** It does not know the user or the password, or wants one. */
        NOT_LET_IN,
        /** It answered with an error, for example because its memory is full. */
        REFUSED
    }
}
