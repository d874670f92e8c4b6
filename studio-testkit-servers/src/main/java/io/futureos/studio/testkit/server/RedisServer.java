package io.futureos.studio.testkit.server;

import java.time.Duration;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClient;

/**
 * A Redis for tests. It keeps its address when it is started again, forgets everything when it is killed, and is gone with the
 * JVM.
 *
 * <p>In a container it is {@code redis:7.2-alpine}, or what the system property {@code studio.servers.redis} names; else it is
 * Redis 6.2. The way through Docker was written where there is none: it is compiled, and was not run yet.
 */
public sealed interface RedisServer extends AutoCloseable permits LocalRedis, RedisInDocker {

    /** The one of this JVM, for all tests that leave it as it is. */
    static RedisServer shared() {
        return SharedServers.Redis.SERVER;
    }

    /**
     * One of the test's own.
     *
     * @param settings as on the command line, for example {@code "--requirepass", "secret"}
     */
    static RedisServer start(String... settings) {
        return Docker.isUsed() ? RedisInDocker.start(settings) : LocalRedis.start(settings);
    }

    String host();

    int port();

    /** Without user or password. */
    default String uri() {
        return "redis://" + host() + ":" + port();
    }

    /** Breaks the connections on which events are heard. */
    default void breakSubscriptions() {
        try (RedisClient admin = RedisClient.create(uri())) {
            admin.executeCommand(
                    new CommandArguments(Command.CLIENT).add("KILL").add("TYPE").add("pubsub"));
        }
    }

    /** Has it forget everything. */
    default void flush() {
        try (RedisClient admin = RedisClient.create(uri())) {
            admin.flushAll();
        }
    }

    /** Has it answer nobody for a while. */
    default void holdItsBreath(Duration time) {
        try (RedisClient admin = RedisClient.create(uri())) {
            admin.executeCommand(
                    new CommandArguments(Command.CLIENT).add("PAUSE").add(time.toMillis()));
        }
    }

    /** Changes how it is configured. */
    default void configure(String setting, String value) {
        try (RedisClient admin = RedisClient.create(uri())) {
            admin.configSet(setting, value);
        }
    }

    boolean isRunning();

    /**
     * Kills it (SIGKILL) in the middle of whatever it does, and returns when it is dead.
     *
     * @throws IllegalStateException if it was dead before
     */
    void kill();

    /** Starts it, empty, after it was killed. */
    void startAgain();

    @Override
    void close();
}
