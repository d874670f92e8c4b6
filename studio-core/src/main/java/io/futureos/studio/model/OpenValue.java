package io.futureos.studio.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings values of the contract's open fields into one form: null, {@link Boolean}, {@link String}, {@link Long} for
 * whole numbers, {@link Double} for others, unmodifiable {@link List} and {@link Map} with string keys in the order
 * given. A value in this form survives JSON and PostgreSQL's JSONB unchanged, and {@code 1} equals {@code 1.0}.
 */
public final class OpenValue {

    /** Whole numbers up to here are exact in every JSON reader (IEEE 754 doubles): 2^53 - 1. */
    public static final long MAX_WHOLE = (1L << 53) - 1;

    private static final int MAX_DEPTH = 64;

    private OpenValue() {}

    /**
     * The normal form of {@code value}.
     *
     * @throws IllegalArgumentException if it is not representable: another type, a number that is not finite or a whole
     *     number beyond 2^53 - 1, text with U+0000 or half a surrogate pair, or more than 64 levels of nesting
     */
    public static @Nullable Object of(@Nullable Object value) {
        return normal(value, 0);
    }

    /** The normal form of an open object. */
    public static Map<String, Object> map(Map<?, ?> value) {
        return normalMap(value, 0);
    }

    /**
     * The normal form of what a reader just built of {@link LinkedHashMap}s with text for keys and {@link ArrayList}s; they
     * are taken over and not copied, so nobody else may hold them.
     *
     * @throws IllegalArgumentException as {@link #of} does
     */
    public static @Nullable Object takenOver(@Nullable Object value) {
        return takenOver(value, 0);
    }

    private static @Nullable Object takenOver(@Nullable Object value, int depth) {
        if (value instanceof LinkedHashMap<?, ?> map) {
            return mapTakenOver(map, depth);
        }
        if (value instanceof ArrayList<?> list) {
            return listTakenOver(list, depth);
        }
        return normal(value, depth);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // as of the keys; values may be null
    private static Map<String, Object> mapTakenOver(Map<?, ?> map, int depth) {
        requireNotDeeper(depth);
        var own = (Map<String, Object>) map;
        for (Map.Entry<String, Object> entry : own.entrySet()) {
            text(entry.getKey());
            entry.setValue(takenOver(entry.getValue(), depth + 1));
        }
        return new NormalMap(own);
    }

    @SuppressWarnings("unchecked") // any value may be in it
    private static List<@Nullable Object> listTakenOver(List<?> list, int depth) {
        requireNotDeeper(depth);
        var own = (List<@Nullable Object>) list;
        own.replaceAll(element -> takenOver(element, depth + 1));
        return Collections.unmodifiableList(own);
    }

    private static void requireNotDeeper(int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException(
                    "Values may be nested " + MAX_DEPTH + " levels deep, this one is deeper");
        }
    }

    private static @Nullable Object normal(@Nullable Object value, int depth) {
        requireNotDeeper(depth);
        if (value == null || value instanceof Boolean) {
            return value;
        }
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Map<?, ?> map) {
            return normalMap(map, depth);
        }
        if (value instanceof List<?> list) {
            return normalList(list, depth);
        }
        throw new IllegalArgumentException(
                "An open value is null, a boolean, text, a number, a list or a map, but this is a "
                        + value.getClass().getName());
    }

    // Values of an open object may be null, which Map<String, Object> cannot say without spoiling every caller.
    @SuppressWarnings("NullAway")
    private static Map<String, Object> normalMap(Map<?, ?> map, int depth) {
        if (map instanceof NormalMap normal) {
            return normal;
        }
        var copy = new LinkedHashMap<String, Object>(map.size() * 2);
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key)) {
                throw new IllegalArgumentException("The keys of an open object are text, but one is " + entry.getKey());
            }
            copy.put(text(key), normal(entry.getValue(), depth + 1));
        }
        return new NormalMap(copy);
    }

    private static List<@Nullable Object> normalList(List<?> list, int depth) {
        var copy = new ArrayList<@Nullable Object>(list.size());
        for (Object element : list) {
            copy.add(normal(element, depth + 1));
        }
        return Collections.unmodifiableList(copy);
    }

    private static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0 && c < Character.MIN_SURROGATE) {
                continue;
            }
            if (c == 0) {
                throw new IllegalArgumentException("Text must not contain U+0000, but it does at position " + i);
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException("Text contains half a surrogate pair at position " + i);
            }
        }
        return text;
    }

    private static Number number(Number number) {
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return whole(number.longValue());
        }
        if (number instanceof BigInteger big) {
            return whole(big);
        }
        if (number instanceof BigDecimal decimal && decimal.stripTrailingZeros().scale() <= 0) {
            double magnitude = Math.abs(decimal.doubleValue());
            if (magnitude <= MAX_WHOLE) {
                return whole(decimal.toBigIntegerExact());
            }
        }
        return fraction(number.doubleValue());
    }

    private static Long whole(long value) {
        if (value > MAX_WHOLE || value < -MAX_WHOLE) {
            throw tooLarge(value);
        }
        return value;
    }

    private static Long whole(BigInteger value) {
        if (value.bitLength() > 53) {
            throw tooLarge(value);
        }
        return whole(value.longValue());
    }

    private static IllegalArgumentException tooLarge(Number value) {
        return new IllegalArgumentException("Whole numbers reach from -" + MAX_WHOLE + " to " + MAX_WHOLE
                + ", this one is " + value + "; give it as text");
    }

    private static Number fraction(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A number must be finite, this one is " + value);
        }
        boolean isWhole = value == Math.rint(value) && Math.abs(value) <= MAX_WHOLE;
        return isWhole ? (Number) (long) value : (Number) value;
    }

    /** Remembers in its type that it was normalised, so that a value is walked once however often it is handed on. */
    private static final class NormalMap extends java.util.AbstractMap<String, Object> {
        private final Map<String, Object> entries;

        NormalMap(Map<String, Object> entries) {
            this.entries = Collections.unmodifiableMap(entries);
        }

        @Override
        public java.util.Set<Entry<String, Object>> entrySet() {
            return entries.entrySet();
        }

        @Override
        @SuppressWarnings("NullAway")
        public Object get(Object key) {
            return entries.get(key);
        }

        @Override
        public boolean containsKey(Object key) {
            return entries.containsKey(key);
        }
    }
}
