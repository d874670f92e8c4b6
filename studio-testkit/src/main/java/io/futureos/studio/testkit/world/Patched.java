package io.futureos.studio.testkit.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies a JSON Patch (RFC 6902) of {@code add}, {@code remove} and {@code replace} to an open value. */
final class Patched {

    private Patched() {}

    /** The value after all operations; the given one stays as it is. */
    static Object of(Object value, List<Map<String, @Nullable Object>> patch) {
        Object patched = copy(value);
        for (Map<String, @Nullable Object> operation : patch) {
            apply(patched, operation);
        }
        return patched;
    }

    @SuppressWarnings("unchecked") // open values
    private static void apply(Object root, Map<String, @Nullable Object> operation) {
        String[] path = String.valueOf(operation.get("path")).substring(1).split("/", -1);
        Object place = root;
        for (int i = 0; i < path.length - 1; i++) {
            place = place instanceof List<?> list
                    ? list.get(Integer.parseInt(path[i]))
                    : ((Map<String, Object>) place).get(unescaped(path[i]));
        }
        String last = unescaped(path[path.length - 1]);
        Object value = copy(operation.get("value"));
        String op = String.valueOf(operation.get("op"));
        if (place instanceof List<?> list) {
            applyTo((List<@Nullable Object>) list, op, Integer.parseInt(last), value);
        } else {
            applyTo((Map<String, @Nullable Object>) place, op, last, value);
        }
    }

    private static void applyTo(List<@Nullable Object> list, String op, int index, @Nullable Object value) {
        switch (op) {
            case "add" -> list.add(index, value);
            case "remove" -> list.remove(index);
            case "replace" -> list.set(index, value);
            default -> throw new AssertionError("A patch has the operation " + op);
        }
    }

    private static void applyTo(Map<String, @Nullable Object> map, String op, String key, @Nullable Object value) {
        if (!op.equals("add") && !map.containsKey(key)) {
            throw new AssertionError("A patch wants to " + op + " " + key + ", which is not there");
        }
        if (op.equals("remove")) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    private static String unescaped(String segment) {
        return segment.replace("~1", "/").replace("~0", "~");
    }

    private static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<Object, @Nullable Object>();
            map.forEach((key, inner) -> copy.put(key, copy(inner)));
            return copy;
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>();
            list.forEach(inner -> copy.add(copy(inner)));
            return copy;
        }
        return value;
    }
}
