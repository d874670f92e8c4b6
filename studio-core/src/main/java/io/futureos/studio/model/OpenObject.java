package io.futureos.studio.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the fields of an open object that was written by this library, and says which one is wrong if one is. */
record OpenObject(Map<String, Object> fields) {

    @SuppressWarnings("unchecked")
    static OpenObject of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return new OpenObject((Map<String, Object>) map);
        }
        throw new IllegalArgumentException("An object was expected, but this is " + value);
    }

    String text(String name) {
        return as(String.class, name, fields.get(name));
    }

    @Nullable
    String optionalText(String name) {
        Object value = fields.get(name);
        return value == null ? null : as(String.class, name, value);
    }

    long whole(String name) {
        return as(Long.class, name, fields.get(name));
    }

    /** A field that older writers left out. */
    long wholeOr(String name, long missing) {
        return fields.containsKey(name) ? whole(name) : missing;
    }

    double number(String name) {
        return as(Number.class, name, fields.get(name)).doubleValue();
    }

    boolean flag(String name) {
        return as(Boolean.class, name, fields.get(name));
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    @Nullable
    Object value(String name) {
        return fields.get(name);
    }

    Map<String, Object> object(String name) {
        return of(as(Map.class, name, fields.get(name))).fields();
    }

    List<String> texts(String name) {
        List<?> values = as(List.class, name, fields.get(name));
        return values.stream().map(value -> as(String.class, name, value)).toList();
    }

    private static <T> T as(Class<T> type, String name, @Nullable Object value) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    "Field \"" + name + "\" should be a " + type.getSimpleName() + ", but is " + value);
        }
        return type.cast(value);
    }
}
