package io.futureos.studio.storage.redis;

import io.futureos.studio.model.ProjectId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * The last events of every project, numbered, and the calls that tell of them. Each project has a stream in Redis, and beside
 * it an epoch and an offset; logging an event and calling it out is one step there. Safe for use by several threads.
 */
final class EventLog {

    /** How many events of a project are remembered, and a few more; whoever missed more reads the journal. */
    static final int REMEMBERED = 256;

    static final Duration REMEMBERED_FOR = Duration.ofHours(1);

    /** An epoch ends when nothing happened for so long. */
    static final Duration EPOCH = Duration.ofDays(7);

    /** Leaves the log's epoch in {@code epoch}; a log that is not there begins. */
    private static final String BEGIN = """
            local epoch = redis.call('HGET', KEYS[1], 'epoch')
            if not epoch then
              epoch = ARGV[1]
              redis.call('DEL', KEYS[1], KEYS[2])
              redis.call('HSET', KEYS[1], 'epoch', epoch, 'offset', 0)
            end
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            """;

    private static final Script APPEND = Script.of(BEGIN + """
            local offset = redis.call('HINCRBY', KEYS[1], 'offset', 1)
            redis.call('XADD', KEYS[2], 'MAXLEN', '~', ARGV[6], offset .. '-0', 'origin', ARGV[3], 'event', ARGV[4])
            redis.call('PEXPIRE', KEYS[2], ARGV[7])
            redis.call('PUBLISH', ARGV[5], ARGV[3] .. ' ' .. epoch .. ' ' .. offset .. ' ' .. ARGV[4])
            return offset
            """);

    private static final Script SINCE = Script.of(BEGIN + """
            return {epoch, redis.call('HGET', KEYS[1], 'offset'), redis.call('XRANGE', KEYS[2], ARGV[3] .. '-0', '+')}
            """);

    private final Line line;
    private final Keys keys;
    private final String origin;

    /**
     * The log in the Redis at the end of this line.
     *
     * @param origin the name of this node, without spaces
     */
    EventLog(Line line, Keys keys, String origin) {
        this.line = line;
        this.keys = keys;
        this.origin = origin;
    }

    /** Logs an event and calls it out. */
    void append(ProjectId project, String event) {
        line.call(redis -> APPEND.run(
                redis,
                keys.log(project),
                newEpoch(),
                Long.toString(EPOCH.toMillis()),
                origin,
                event,
                keys.channel(project),
                Integer.toString(REMEMBERED),
                Long.toString(REMEMBERED_FOR.toMillis())));
    }

    private static String newEpoch() {
        return UUID.randomUUID().toString();
    }

    /** Calls an event out and forgets it. */
    void pass(ProjectId project, String event) {
        String text = Call.fleeting(origin, event).text();
        line.call(redis -> redis.publish(keys.channel(project), text));
    }

    /**
     * What was logged.
     *
     * @param now how far the log is
     * @param calls the events with their places, oldest first
     */
    record Excerpt(Position now, List<Call> calls) {

        /** Whether this is everything that was logged since then. */
        boolean isEverythingSince(Position then) {
            return now.continues(then) && calls.size() == now.offset() - then.offset();
        }
    }

    /** What is still remembered of what came after this offset. */
    Excerpt since(ProjectId project, long offset) {
        List<?> answer = (List<?>) line.tryOut(redis -> SINCE.run(
                redis,
                keys.log(project),
                newEpoch(),
                Long.toString(EPOCH.toMillis()),
                Long.toString(Math.addExact(offset, 1))));
        String epoch = (String) answer.get(0);
        var now = new Position(epoch, Long.parseLong((String) answer.get(1)));
        return new Excerpt(
                now,
                ((List<?>) answer.get(2))
                        .stream().map(entry -> call(epoch, (List<?>) entry)).toList());
    }

    /** How far the log is. */
    Position now(ProjectId project) {
        return since(project, Long.MAX_VALUE - 1).now();
    }

    private static Call call(String epoch, List<?> entry) {
        String id = (String) entry.get(0);
        List<?> fields = (List<?>) entry.get(1);
        var at = new Position(epoch, Long.parseLong(id.substring(0, id.indexOf('-'))));
        return new Call((String) fields.get(1), at, (String) fields.get(3));
    }
}
