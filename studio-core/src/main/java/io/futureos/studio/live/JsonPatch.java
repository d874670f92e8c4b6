package io.futureos.studio.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What turns one open value into another, as a JSON Patch (RFC 6902): a list of operations {@code add}, {@code remove} and
 * {@code replace}, each an open object with {@code op}, {@code path} (a JSON pointer, RFC 6901) and, unless it removes,
 * {@code value}. Equal parts cost a comparison; equal objects not even that.
 *
 * <p>A list is compared from both ends; what is left in its middle is taken for shifted (a log that drops its oldest entries
 * as new ones come) or else compared place by place.
 */
public final class JsonPatch {

    private final List<Map<String, @Nullable Object>> operations = new ArrayList<>();

    private JsonPatch() {}

    /** The operations, in the order in which they are to be applied; none if the values are equal. */
    public static List<Map<String, @Nullable Object>> between(@Nullable Object before, @Nullable Object after) {
        var patch = new JsonPatch();
        patch.compare("", before, after);
        return patch.operations;
    }

    private void compare(String path, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return;
        }
        int start = operations.size();
        if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> other) {
            compareObjects(path, one, other);
        } else if (before instanceof List<?> one && after instanceof List<?> other) {
            compareLists(path, one, other);
        } else {
            operation("replace", path, after);
            return;
        }
        int needed = operations.size() - start;
        if (needed > leaves(after, needed)) {
            operations.subList(start, operations.size()).clear();
            operation("replace", path, after);
        }
    }

    private void compareObjects(String path, Map<?, ?> before, Map<?, ?> after) {
        for (Object key : before.keySet()) {
            if (!after.containsKey(key)) {
                remove(path + "/" + escaped(key));
            }
        }
        for (Map.Entry<?, ?> entry : after.entrySet()) {
            String member = path + "/" + escaped(entry.getKey());
            if (before.containsKey(entry.getKey())) {
                compare(member, before.get(entry.getKey()), entry.getValue());
            } else {
                operation("add", member, entry.getValue());
            }
        }
    }

    private void compareLists(String path, List<?> before, List<?> after) {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && Objects.equals(before.get(head), after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && Objects.equals(before.get(before.size() - 1 - tail), after.get(after.size() - 1 - tail))) {
            tail++;
        }
        compareMiddles(
                path, head, before.subList(head, before.size() - tail), after.subList(head, after.size() - tail));
    }

    private void compareMiddles(String path, int start, List<?> before, List<?> after) {
        int dropped = shift(before, after);
        if (dropped > 0) {
            for (int i = 0; i < dropped; i++) {
                remove(path + "/" + start);
            }
            add(path, start, after, before.size() - dropped);
            return;
        }
        int shorter = Math.min(before.size(), after.size());
        for (int i = before.size(); i > shorter; i--) {
            remove(path + "/" + (start + i - 1));
        }
        for (int i = 0; i < shorter; i++) {
            compare(path + "/" + (start + i), before.get(i), after.get(i));
        }
        add(path, start, after, shorter);
    }

    private void add(String path, int start, List<?> elements, int from) {
        for (int i = from; i < elements.size(); i++) {
            operation("add", path + "/" + (start + i), elements.get(i));
        }
    }

    /** How many elements have to go from the front for the rest to be what the other list begins with; 0 if none do. */
    private static int shift(List<?> before, List<?> after) {
        for (int dropped = 1; dropped < before.size(); dropped++) {
            int kept = before.size() - dropped;
            if (kept <= after.size() && before.subList(dropped, before.size()).equals(after.subList(0, kept))) {
                return dropped;
            }
        }
        return 0;
    }

    /** How many parts a value has, itself being one; counted until they are {@code enough}, as values can be large. */
    private static int leaves(@Nullable Object value, int enough) {
        Collection<?> parts =
                value instanceof Map<?, ?> map ? map.values() : value instanceof List<?> list ? list : List.of();
        int count = 1;
        for (Object part : parts) {
            if (count >= enough) {
                break;
            }
            count += leaves(part, enough - count);
        }
        return count;
    }

    private void remove(String path) {
        var operation = new LinkedHashMap<String, @Nullable Object>();
        operation.put("op", "remove");
        operation.put("path", path);
        operations.add(operation);
    }

    private void operation(String op, String path, @Nullable Object value) {
        var operation = new LinkedHashMap<String, @Nullable Object>();
        operation.put("op", op);
        operation.put("path", path);
        operation.put("value", value);
        operations.add(operation);
    }

    private static String escaped(Object key) {
        return String.valueOf(key).replace("~", "~0").replace("/", "~1");
    }
}
