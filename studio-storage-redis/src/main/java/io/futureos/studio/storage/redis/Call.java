package io.futureos.studio.storage.redis;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is called out on a project's channel: an event, who published it, and its place in the log.
 *
 * @param at null for a fleeting event, which is in no log
 */
record Call(String origin, @Nullable Position at, String event) {

    private static final Pattern SPACE = Pattern.compile(" ");
    private static final String NO_EPOCH = "-";

    static Call fleeting(String origin, String event) {
        return new Call(origin, null, event);
    }

    /** Three words and the event; the script that logs an event writes the same. */
    String text() {
        return at == null
                ? origin + " " + NO_EPOCH + " 0 " + event
                : origin + " " + at.epoch() + " " + at.offset() + " " + event;
    }

    /**
     * Reads it again.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static Call read(String text) {
        String[] words = SPACE.split(text, 4);
        if (words.length < 4) {
            throw new IllegalArgumentException(
                    "Expected origin, epoch, offset and event, but " + words.length + " words were called out");
        }
        Position at = words[1].equals(NO_EPOCH) ? null : new Position(words[1], Long.parseLong(words[2]));
        return new Call(words[0], at, words[3]);
    }
}
