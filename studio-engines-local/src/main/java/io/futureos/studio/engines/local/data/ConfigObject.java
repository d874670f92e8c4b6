package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.EngineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An open object of a source's configuration, read key by key; what does not fit is an error that says what would. */
final class ConfigObject {

    private final String where;
    private final Map<String, Object> values;

    private ConfigObject(String where, Map<String, Object> values) {
        this.where = where;
        this.values = values;
    }

    /**
     * The object, which may have these keys and no other.
     *
     * @param where how to call it in messages
     */
    static ConfigObject of(String where, Map<String, Object> values, Set<String> keys) {
        for (String key : values.keySet()) {
            if (!keys.contains(key)) {
                Set<String> sorted = new TreeSet<>(keys);
                throw new EngineException(
                        "config_key_unknown",
                        where + " has the unknown key \"" + key + "\"; "
                                + NearestName.of(key, sorted)
                                        .map(nearest -> "did you mean \"" + nearest + "\"?")
                                        .orElse("there are " + String.join(", ", sorted) + "."));
            }
        }
        return new ConfigObject(where, values);
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> wrong(key, "is missing; it must be text"));
    }

    Optional<String> optionalText(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text && !text.isBlank()) {
            return Optional.of(text);
        }
        throw wrong(key, "must be text, but is " + shown(value));
    }

    @Nullable
    Double number(String key) {
        Object value = values.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw wrong(key, "must be a number, but is " + shown(value));
    }

    /** A whole number from 1 on. */
    int count(String key, int otherwise) {
        Object value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Long number && number >= 1 && number <= Integer.MAX_VALUE) {
            return number.intValue();
        }
        throw wrong(key, "must be a whole number from 1 on, but is " + shown(value));
    }

    boolean flag(String key) {
        Object value = values.get(key);
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(key, "must be true or false, but is " + shown(value));
    }

    /** One of {@code choices}. */
    Optional<String> choice(String key, List<String> choices) {
        Optional<String> text = optionalText(key);
        text.filter(value -> !choices.contains(value)).ifPresent(value -> {
            throw wrong(key, "must be one of " + String.join(", ", choices) + ", but is " + shown(value));
        });
        return text;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object element : list(key)) {
            if (!(element instanceof String text)) {
                throw wrong(key, "must be a list of names, but has " + shown(element));
            }
            texts.add(text);
        }
        return texts;
    }

    /** The objects in a list; none if the key is absent. */
    List<ConfigObject> objects(String key, Set<String> keys) {
        List<ConfigObject> objects = new ArrayList<>();
        for (Object element : list(key)) {
            objects.add(object(where + ", " + key + "[" + objects.size() + "]", key, element, keys));
        }
        return objects;
    }

    /** The objects under the keys of an object; none if the key is absent. */
    Map<String, ConfigObject> objectsByName(String key, Set<String> keys) {
        Map<String, ConfigObject> objects = new LinkedHashMap<>();
        Object value = values.get(key);
        if (value == null) {
            return objects;
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(key, "must be an object with a key for each column, but is " + shown(value));
        }
        map.forEach((name, element) ->
                objects.put((String) name, object(where + ", " + key + "/" + name, key, element, keys)));
        return objects;
    }

    EngineException wrong(String key, String what) {
        return new EngineException("config_wrong", where + ": \"" + key + "\" " + what + ".");
    }

    private List<?> list(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(key, "must be a list, but is " + shown(value));
    }

    @SuppressWarnings("unchecked") // Open values have text as keys.
    private ConfigObject object(String place, String key, @Nullable Object value, Set<String> keys) {
        if (value instanceof Map<?, ?> map) {
            return of(place, (Map<String, Object>) map, keys);
        }
        throw wrong(key, "must hold objects, but has " + shown(value));
    }

    private static String shown(@Nullable Object value) {
        return Place.quote(String.valueOf(value));
    }
}
