package io.futureos.studio.storage.redis;

import java.time.Duration;
import java.util.List;

/**
 * Entries that are kept for some time after they were put last, by the clock of Redis: nobody must be alive to clear up. An
 * entry is a text under a name, on a shelf that is given by its two keys: one holds the entries, one until when they are kept.
 * Safe for use by several threads.
 */
final class Shelf {

    /** Leaves the time in milliseconds in {@code now}, and no entry that is past its own. */
    private static final String CLEAR = """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            for _, name in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now)) do
              redis.call('HDEL', KEYS[1], name)
              redis.call('ZREM', KEYS[2], name)
            end
            """;

    private static final Script PUT = Script.of(CLEAR + """
            redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
            redis.call('ZADD', KEYS[2], now + ARGV[3], ARGV[1])
            redis.call('PEXPIRE', KEYS[1], ARGV[3])
            redis.call('PEXPIRE', KEYS[2], ARGV[3])
            return 1
            """);

    private static final Script REMOVE = Script.of("""
            redis.call('HDEL', KEYS[1], ARGV[1])
            redis.call('ZREM', KEYS[2], ARGV[1])
            return 1
            """);

    private static final Script ALL = Script.of(CLEAR + """
            return redis.call('HVALS', KEYS[1])
            """);

    private final Line line;
    private final String keep;

    /**
     * Entries in the Redis at the end of this line.
     *
     * @param keep how long an entry is kept
     */
    Shelf(Line line, Duration keep) {
        this.line = line;
        this.keep = Long.toString(keep.toMillis());
    }

    void put(List<String> keys, String name, String text) {
        line.call(redis -> PUT.run(redis, keys, name, text, keep));
    }

    void remove(List<String> keys, String name) {
        line.call(redis -> REMOVE.run(redis, keys, name));
    }

    /** The texts of all entries, in no order. */
    List<String> all(List<String> keys) {
        return ((List<?>) line.call(redis -> ALL.run(redis, keys)))
                .stream().map(String.class::cast).toList();
    }
}
