package io.futureos.studio.engines.local.config;

import io.futureos.studio.engine.EngineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One object of an engine's open configuration, read by type. Every error is an {@link EngineException} with code
 * {@code config_invalid} (or {@code config_unknown_key}), and names the place by its JSON pointer, the value found and what would be right.
 */
public final class ConfigObject {

    private final String pointer;
    private final Map<String, ?> values;

    /**
     * An object to read.
     *
     * @param pointer where it is, for messages, for example {@code /population/config}; where only the object's owner is
     *     known, {@code Source "cars": }, from which pointers then start
     */
    public ConfigObject(String pointer, Map<String, ?> values) {
        this.pointer = pointer;
        this.values = values;
    }

    /** Refuses any key that is not among these; the message names the nearest right one. */
    public ConfigObject allowing(String... keys) {
        return allowing(List.of(keys));
    }

    /** Refuses any key that is not among these; the message names the nearest right one. */
    public ConfigObject allowing(List<String> known) {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new EngineException(
                        "config_unknown_key", pointer(key) + " is not understood" + Spelling.hint(key, known) + ".");
            }
        }
        return this;
    }

    public boolean has(String key) {
        return values.get(key) != null;
    }

    public String text(String key) {
        Object value = required(key, "text");
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw wrong(key, value, "text");
    }

    public String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    public Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** One of {@code choices}; empty if the key is absent. */
    public Optional<String> choice(String key, List<String> choices) {
        Optional<String> text = optionalText(key);
        text.filter(value -> !choices.contains(value)).ifPresent(value -> {
            throw wrong(key, value, "one of " + String.join(", ", choices));
        });
        return text;
    }

    /** A whole number within these bounds; {@code otherwise} if the key is absent. */
    public int whole(String key, int otherwise, int minimum, int maximum) {
        if (!has(key)) {
            return otherwise;
        }
        double value = number(key, minimum, maximum);
        if (value != Math.rint(value)) {
            throw wrong(key, value, "a whole number from " + minimum + " to " + maximum);
        }
        return (int) value;
    }

    public double number(String key, double otherwise, double minimum, double maximum) {
        return has(key) ? number(key, minimum, maximum) : otherwise;
    }

    /** A number; null if the key is absent. */
    public @Nullable Double optionalNumber(String key) {
        return has(key) ? number(key, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY) : null;
    }

    public double number(String key, double minimum, double maximum) {
        return asNumber(pointer(key), required(key, "a number"), minimum, maximum);
    }

    public boolean flag(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        Object value = required(key, "true or false");
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(key, value, "true or false");
    }

    /** The objects of a list; none if the key is absent. */
    public List<ConfigObject> objects(String key) {
        var objects = new ArrayList<ConfigObject>();
        for (Object element : list(key)) {
            String place = pointer(key) + "/" + objects.size();
            objects.add(new ConfigObject(place, asMap(place, element)));
        }
        return objects;
    }

    /** The objects under the keys of an object, in the order given; none if the key is absent. */
    public Map<String, ConfigObject> objectsByName(String key) {
        ConfigObject parent = object(key);
        var objects = new LinkedHashMap<String, ConfigObject>();
        parent.values.keySet().forEach(name -> objects.put(name, parent.object(name)));
        return objects;
    }

    /** The object under this key; an empty one if the key is absent. */
    public ConfigObject object(String key) {
        Object value = values.get(key);
        return new ConfigObject(pointer(key), value == null ? Map.of() : asMap(pointer(key), value));
    }

    /** The texts of a list; none if the key is absent. Numbers count as their text, so that categories may be numbers. */
    public List<String> texts(String key) {
        var texts = new ArrayList<String>();
        for (Object element : list(key)) {
            if (!(element instanceof String) && !(element instanceof Number)) {
                throw invalid(pointer(key) + "/" + texts.size(), "is " + shown(element), "text");
            }
            texts.add(element.toString());
        }
        return texts;
    }

    /** All keys with their numbers, in the order given. */
    public Map<String, Double> numbers(double minimum, double maximum) {
        var numbers = new LinkedHashMap<String, Double>();
        for (String key : values.keySet()) {
            numbers.put(key, number(key, minimum, maximum));
        }
        return numbers;
    }

    /** The numbers of a list, or of a list of lists row by row. */
    public double[] flatNumbers(String key, double minimum, double maximum) {
        var numbers = new ArrayList<Double>();
        addNumbers(pointer(key), list(key), minimum, maximum, numbers);
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void addNumbers(String place, List<?> list, double minimum, double maximum, List<Double> into) {
        for (int i = 0; i < list.size(); i++) {
            Object element = list.get(i);
            if (element instanceof List<?> row) {
                addNumbers(place + "/" + i, row, minimum, maximum, into);
            } else {
                into.add(asNumber(place + "/" + i, element, minimum, maximum));
            }
        }
    }

    /** Where a key of this object is. */
    public String pointer(String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** An error about a key of this object: what it does, and after a semicolon what would be right. */
    public EngineException wrong(String key, String what) {
        return new EngineException("config_invalid", pointer(key) + " " + what + ".");
    }

    /** An error about the value that stands under a key of this object. */
    public EngineException wrong(String key, @Nullable Object found, String right) {
        return invalid(pointer(key), "is " + shown(found), right);
    }

    /** The number that stands at {@code place}. */
    public static double asNumber(String place, @Nullable Object value, double minimum, double maximum) {
        if (value instanceof Number number
                && number.doubleValue() >= minimum
                && number.doubleValue() <= maximum
                && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw invalid(place, "is " + shown(value), "a number" + bounds(minimum, maximum));
    }

    private static String bounds(double minimum, double maximum) {
        if (Double.isInfinite(minimum) && Double.isInfinite(maximum)) {
            return "";
        }
        return Double.isInfinite(maximum) ? " from " + minimum : " from " + minimum + " to " + maximum;
    }

    private Object required(String key, String right) {
        Object value = values.get(key);
        if (value == null) {
            throw invalid(pointer(key), "is missing", right);
        }
        return value;
    }

    private List<?> list(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(key, value, "a list");
    }

    private static Map<String, Object> asMap(String place, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw invalid(place, "is " + shown(value), "an object");
        }
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, element) -> copy.put(String.valueOf(key), element));
        return copy;
    }

    private static String shown(@Nullable Object value) {
        String text = value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }

    private static EngineException invalid(String place, String found, String right) {
        return new EngineException("config_invalid", place + " " + found + "; expected " + right + ".");
    }
}
