package io.futureos.studio.action;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How messages show a value that somebody sent: by its kind, short, and fit to be sent back. */
final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    static String of(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String text) {
            return "the text \"" + abbreviated(text) + "\"";
        }
        if (value instanceof Number number) {
            return "the number " + abbreviated(number.toString());
        }
        if (value instanceof Boolean) {
            return "the boolean " + value;
        }
        if (value instanceof List) {
            return "a list";
        }
        return value instanceof Map ? "an object" : "a " + value.getClass().getName();
    }

    /** The text with what no JSON writer accepts replaced by U+FFFD. */
    static String wellFormed(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> isMalformed(character) ? 0xFFFD : character)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static String abbreviated(String text) {
        String shown = wellFormed(text.length() > 2 * LONGEST ? text.substring(0, 2 * LONGEST) : text);
        return shown.codePointCount(0, shown.length()) > LONGEST
                ? shown.substring(0, shown.offsetByCodePoints(0, LONGEST)) + "…"
                : shown;
    }

    private static boolean isMalformed(int character) {
        return character == 0 || Character.getType(character) == Character.SURROGATE;
    }
}
