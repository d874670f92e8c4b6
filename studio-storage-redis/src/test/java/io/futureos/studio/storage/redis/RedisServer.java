package io.futureos.studio.storage.redis;

import java.time.Duration;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClient;

/** A Redis for tests. It keeps its address when it is started again, and forgets everything when it is killed. */
interface RedisServer extends AutoCloseable {

    /** One that is used by all tests which leave it as it is. */
    static RedisServer shared() {
        return LocalRedis.Shared.SERVER;
    }

    /**
     * One of the test's own. Where there is a Docker, a container could be another way to have one.
     *
     * @param settings what a configuration file would say, for example {@code "--requirepass", "secret"}
     */
    static RedisServer start(String... settings) {
        return LocalRedis.start(settings);
    }

    int port();

    /** Without user or password. */
    default String uri() {
        return "redis://localhost:" + port();
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

    /** Ends it in the middle of whatever it does. */
    void kill();

    /** Starts it, empty, after it was killed. */
    void startAgain();

    @Override
    void close();
}
