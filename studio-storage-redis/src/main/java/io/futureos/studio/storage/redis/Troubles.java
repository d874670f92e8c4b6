package io.futureos.studio.storage.redis;

import io.futureos.studio.storage.redis.RedisAwayException.Reason;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Says what is wrong with a Redis, and the way out. No message names a password. */
final class Troubles {

    private static final Pattern CREDENTIALS =
            Pattern.compile("NOAUTH|WRONGPASS|invalid password|without any password");

    private final String address;
    private final long millis;

    /**
     * For one Redis.
     *
     * @param address what people call it, usually host and port
     * @param millis how long an answer is waited for
     */
    Troubles(String address, long millis) {
        this.address = address;
        this.millis = millis;
    }

    RedisAwayException of(JedisException e) {
        Reason reason = reason(e);
        return new RedisAwayException(reason, "Redis at " + address + " " + message(reason, e), e);
    }

    static Reason reason(JedisException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return Reason.UNKNOWN_HOST;
            }
            // A pool gives up with a NoSuchElementException when all its connections wait for answers.
            if (cause instanceof SocketTimeoutException || cause instanceof NoSuchElementException) {
                return Reason.TOO_SLOW;
            }
            if (cause instanceof JedisAccessControlException || isAboutCredentials(cause)) {
                return Reason.NOT_LET_IN;
            }
            if (cause instanceof JedisDataException) {
                return Reason.REFUSED;
            }
        }
        return Reason.UNREACHABLE;
    }

    private static boolean isAboutCredentials(Throwable cause) {
        return cause.getMessage() != null
                && CREDENTIALS.matcher(cause.getMessage()).find();
    }

    private String message(Reason reason, JedisException e) {
        return switch (reason) {
            case UNKNOWN_HOST -> "can't be found: there is no host of that name. Correct the address.";
            case UNREACHABLE ->
                "can't be reached (" + deepest(e)
                        + "). Start it, or correct the address. Until then events stay within this node.";
            case TOO_SLOW ->
                "did not answer within " + millis + " ms. Look at its load and the network, or give it more time.";
            case NOT_LET_IN ->
                "does not let this node in (" + deepest(e)
                        + "). Correct the user and the password, and what they may do.";
            case REFUSED -> "answered \"" + deepest(e) + "\". Put that right there; it is tried again as it is needed.";
        };
    }

    private static String deepest(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
