package io.futureos.studio.engines.local.explain;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Open values as text for people. */
final class OpenText {

    private OpenText() {}

    static String of(@Nullable Object value) {
        if (value == null) {
            return "none";
        }
        if (value instanceof Number number) {
            return Words.number(number.doubleValue());
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> name(String.valueOf(entry.getKey())) + " " + of(entry.getValue()))
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(OpenText::of).collect(Collectors.joining(", "));
        }
        return value.toString();
    }

    /** An identifier as words. */
    static String name(String identifier) {
        return identifier.replace('_', ' ');
    }
}
