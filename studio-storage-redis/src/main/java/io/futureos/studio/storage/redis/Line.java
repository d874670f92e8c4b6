package io.futureos.studio.storage.redis;

import io.futureos.studio.storage.redis.RedisAwayException.Reason;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The way to Redis. After a call that failed because Redis is away, the next ones fail at once, without a look at the network,
 * until one is let through to try: who makes a change must not wait for a server that does not answer. Safe for use by several
 * threads.
 */
final class Line {

    private final UnifiedJedis redis;
    private final Troubles troubles;
    private final long pause;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable Outage> outage = new AtomicReference<>();

    /** Nobody tries before {@code until}; what failed first is told to whoever asks. */
    private record Outage(RedisAwayException why, long until) {}

    /**
     * A line to this Redis.
     *
     * @param pause between two tries while it is away
     */
    Line(UnifiedJedis redis, Troubles troubles, Duration pause, LongSupplier nanoTime) {
        this.redis = redis;
        this.troubles = troubles;
        this.pause = pause.toNanos();
        this.nanoTime = nanoTime;
    }

    /**
     * Asks Redis for something.
     *
     * @throws RedisAwayException if it could not be done, or it is not known whether it was
     */
    <T> T call(Function<UnifiedJedis, T> request) {
        Outage now = outage.get();
        if (now != null && !mayTry(now)) {
            throw again(now.why);
        }
        return tryOut(request);
    }

    /** Asks even while Redis seems to be away. */
    <T> T tryOut(Function<UnifiedJedis, T> request) {
        try {
            T answer = withFreshConnections(request);
            backAgain();
            return answer;
        } catch (JedisException e) {
            RedisAwayException why = troubles.of(e);
            if (why.reason() != Reason.REFUSED) {
                outage.set(new Outage(why, nanoTime.getAsLong() + pause));
            }
            throw why;
        }
    }

    /** The first caller after the pause tries; the others go on without until it knows. */
    private boolean mayTry(Outage now) {
        long time = nanoTime.getAsLong();
        return time - now.until >= 0 && outage.compareAndSet(now, new Outage(now.why, time + pause));
    }

    /** A new exception with the stack of this caller. */
    private static RedisAwayException again(RedisAwayException why) {
        return new RedisAwayException(why.reason(), String.valueOf(why.getMessage()), why);
    }

    /** Takes notice that Redis answers. */
    void backAgain() {
        outage.set(null);
    }

    /** Idle connections do not notice that the server went; one new try tells whether it came back. */
    private <T> T withFreshConnections(Function<UnifiedJedis, T> request) {
        try {
            return request.apply(redis);
        } catch (JedisDataException e) {
            throw e;
        } catch (JedisException e) {
            forgetIdleConnections();
            if (Troubles.reason(e) != Reason.UNREACHABLE) {
                throw e;
            }
            return request.apply(redis);
        }
    }

    private void forgetIdleConnections() {
        if (redis instanceof RedisClient client) {
            client.getPool().clear();
        }
    }

    RedisAwayException trouble(JedisException e) {
        return troubles.of(e);
    }
}
