package io.futureos.studio.workflow;

import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.OpenValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes open values as canonical JSON (RFC 8785): equal values give equal text, on any JVM, whatever the order of their
 * keys. What {@link OpenValue} made is always representable; of other values those are that it would leave as they are.
 */
public final class CanonicalJson {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder out = new StringBuilder(256);

    private CanonicalJson() {}

    /**
     * The canonical text of {@code openValue}.
     *
     * @throws IllegalArgumentException if it is not an open value
     */
    public static String write(@Nullable Object openValue) {
        var json = new CanonicalJson();
        json.value(openValue);
        return json.out.toString();
    }

    /**
     * The fingerprint of the canonical text in UTF-8.
     *
     * @throws IllegalArgumentException if it is not an open value
     */
    public static Fingerprint fingerprint(@Nullable Object openValue) {
        return Fingerprint.of(write(openValue));
    }

    private void value(@Nullable Object value) {
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof Long || value instanceof Integer) {
            whole(((Number) value).longValue());
        } else if (value instanceof Double number) {
            ShortestNumber.append(out, number);
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof List<?> list) {
            array(list);
        } else if (value == null || value instanceof Boolean) {
            out.append(value);
        } else {
            throw new IllegalArgumentException(
                    "Canonical JSON is written of null, booleans, text, numbers, lists and maps, but this is a "
                            + value.getClass().getName());
        }
    }

    private void whole(long value) {
        if (Math.abs(value) > OpenValue.MAX_WHOLE || value == Long.MIN_VALUE) {
            throw new IllegalArgumentException("Whole numbers reach from -" + OpenValue.MAX_WHOLE + " to "
                    + OpenValue.MAX_WHOLE + ", this one is " + value);
        }
        out.append(value);
    }

    private void array(List<?> list) {
        out.append('[');
        String separator = "";
        for (Object element : list) {
            out.append(separator);
            value(element);
            separator = ",";
        }
        out.append(']');
    }

    private void object(Map<?, ?> map) {
        out.append('{');
        if (isSorted(map.keySet())) {
            String separator = "";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                member(separator, key(entry.getKey()), entry.getValue());
                separator = ",";
            }
        } else {
            String separator = "";
            for (Object key : map.keySet().stream().sorted().toArray()) {
                member(separator, key(key), map.get(key));
                separator = ",";
            }
        }
        out.append('}');
    }

    private void member(String separator, String key, @Nullable Object value) {
        out.append(separator);
        text(key);
        out.append(':');
        value(value);
    }

    /** Text compares by UTF-16 code units, which is the order that RFC 8785 asks for. */
    private static boolean isSorted(Set<?> keys) {
        String previous = null;
        for (Object each : keys) {
            String key = key(each);
            if (previous != null && previous.compareTo(key) > 0) {
                return false;
            }
            previous = key;
        }
        return true;
    }

    private static String key(@Nullable Object key) {
        if (key instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("The keys of a JSON object are text, but one is " + key);
    }

    private void text(String text) {
        out.append('"');
        int plainFrom = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, plainFrom, i);
                escape(c);
                plainFrom = i + 1;
            } else if (Character.isSurrogate(c)) {
                i = lastOfPair(text, i);
            }
        }
        out.append(text, plainFrom, text.length()).append('"');
    }

    private static int lastOfPair(String text, int i) {
        int last = i + 1;
        if (last == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(last))) {
            throw new IllegalArgumentException("Text contains half a surrogate pair at position " + i);
        }
        return last;
    }

    private void escape(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 0xf]);
        }
    }
}
