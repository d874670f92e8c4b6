package io.futureos.studio.storage.redis;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.live.Drafts;
import io.futureos.studio.live.Live;
import io.futureos.studio.live.LiveChannel;
import io.futureos.studio.live.Sessions;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;

/**
 * Keeps in Redis what is going on right now, for any number of nodes: live events, who is there, drafts. Each node has one of
 * its own, on which all Studios of the process may sit.
 *
 * <p>With Redis away, everything else goes on. What is asked of sessions and drafts fails at once with a
 * {@link RedisAwayException}; events reach the watchers of this node, and those of other nodes learn from the journal what was
 * committed. When Redis is back, so are the events, by themselves. Safe for use by several threads.
 *
 * <p>It takes Redis 6.2 or later, also a cluster. A user with few rights needs the keys <code>prefix&#123;studio:*</code>, the
 * channels <code>prefix&#123;studio*</code>, and the commands hello, auth, select, client, ping, subscribe, unsubscribe,
 * publish, eval, evalsha, time, del, pexpire, hget, hset, hdel, hincrby, hvals, xadd, xrange, zadd, zrem and zrangebyscore.
 */
public final class RedisLive implements Live, AutoCloseable {

    /** How long an answer of Redis is waited for unless the builder says something else. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(1);

    /** How long a session is kept that nobody hears of; a Studio takes a user for gone long before. */
    static final Duration SESSIONS_KEPT = Duration.ofMinutes(2);

    private static final Duration LONGEST_BEAT = Duration.ofMinutes(1);

    static final Duration DRAFTS_KEPT = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(RedisLive.class);

    private final Server server;
    private final Line line;
    private final RedisChannel channel;
    private final Sessions sessions;
    private final Drafts drafts;
    private final ScheduledExecutorService heart;

    private RedisLive(Server server, Keys keys, Duration timeout) {
        this.server = server;
        var troubles = new Troubles(server.address(), timeout.toMillis());
        this.line = new Line(server.client(), troubles, timeout, System::nanoTime);
        this.channel = new RedisChannel(server.client(), line, keys, timeout);
        this.sessions = new RedisSessions(keys, new Shelf(line, SESSIONS_KEPT));
        this.drafts = new RedisDrafts(keys, new Shelf(line, DRAFTS_KEPT));
        this.heart = beating(this::beat, timeout);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what fails is logged
    private static ScheduledExecutorService beating(Runnable beat, Duration every) {
        ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(RedisLive::heartThread);
        heart.scheduleWithFixedDelay(beat, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
        return heart;
    }

    private static Thread heartThread(Runnable work) {
        var thread = new Thread(work, "studio-redis-heart");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * What is live in the Redis at this address; {@link #builder(String)} with nothing else said.
     *
     * @throws IllegalArgumentException if it is not an address of a Redis
     */
    public static RedisLive connect(String uri) {
        return builder(uri).build();
    }

    /**
     * Starts with the address of one Redis. If it is no such address, {@link Builder#build} throws an
     * {@link IllegalArgumentException}.
     *
     * @param uri {@code redis://[user][:password@]host[:port][/database]}, or {@code rediss://} for TLS
     */
    public static Builder builder(String uri) {
        requireNonNull(uri, "uri");
        return new Builder(timeout -> Server.at(uri, timeout));
    }

    /**
     * Starts with a client for a cluster, or for any Redis that needs more than an address. It stays the caller's to close. Give
     * it time-outs, also for blocking sockets ({@code blockingSocketTimeoutMillis}, several times the {@linkplain
     * Builder#timeout time-out} here: a connection that breaks without a word is noticed by it), and a pool that does not let
     * anybody wait for longer. One of its connections is kept for events.
     */
    public static Builder builder(UnifiedJedis client) {
        requireNonNull(client, "client");
        return new Builder(timeout -> Server.of(client));
    }

    /** What may be said about how Redis is used. */
    public static final class Builder {
        private final Function<Duration, Server> server;
        private String keyPrefix = "";
        private Duration timeout = DEFAULT_TIMEOUT;

        private Builder(Function<Duration, Server> server) {
            this.server = server;
        }

        /** Comes before every key and channel, for example {@code "staging:"}; empty unless it is said. */
        public Builder keyPrefix(String prefix) {
            if (prefix.contains("{") || prefix.contains("}")) {
                throw new IllegalArgumentException("The key prefix \"" + prefix
                        + "\" has a brace, which would part a project's keys in a cluster. Leave it out.");
            }
            this.keyPrefix = prefix;
            return this;
        }

        /** How long to wait for a connection, and for an answer; after a failure, how long to go without before trying again. */
        public Builder timeout(Duration most) {
            if (most.toMillis() < 1 || most.compareTo(Duration.ofMinutes(1)) > 0) {
                throw new IllegalArgumentException(
                        "The time-out is from 1 ms to 1 min, was " + most + ". Who makes a change may wait as long.");
            }
            this.timeout = most;
            return this;
        }

        /**
         * Makes it, without a look at Redis: a node may start while Redis is away. Ask {@link RedisLive#ping} to be sure.
         */
        public RedisLive build() {
            return new RedisLive(server.apply(timeout), new Keys(keyPrefix), timeout);
        }
    }

    /**
     * Makes sure that Redis answers.
     *
     * @throws RedisAwayException if it does not, saying why and what to do about it
     */
    public void ping() {
        line.tryOut(UnifiedJedis::ping);
    }

    @Override
    public LiveChannel channel() {
        return channel;
    }

    @Override
    public Sessions sessions() {
        return sessions;
    }

    @Override
    public Drafts drafts() {
        return drafts;
    }

    private void beat() {
        try {
            channel.beat();
        } catch (RuntimeException e) { // a heart that throws stands still
            LOG.warn("A look at the connection to Redis failed; there is another one soon", e);
        }
    }

    private void awaitTheLastBeat() {
        try {
            heart.awaitTermination(LONGEST_BEAT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends all subscriptions and connections, and returns when nothing runs any more. */
    @Override
    public void close() {
        heart.shutdownNow();
        channel.close();
        awaitTheLastBeat();
        if (server.owned()) {
            server.client().close();
        }
    }
}
