package io.futureos.studio.render.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads fields of an open object; a field of another kind than asked for counts as not given. */
record OpenFields(Map<?, ?> fields) {

    static OpenFields of(@Nullable Object value) {
        return new OpenFields(value instanceof Map<?, ?> map ? map : Map.of());
    }

    String text(String name) {
        return textOf(fields.get(name));
    }

    double number(String name) {
        return numberOf(fields.get(name));
    }

    OptionalDouble optionalNumber(String name) {
        double value = number(name);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (Object element : list(name)) {
            texts.add(textOf(element));
        }
        return texts;
    }

    List<Double> numbers(String name) {
        var numbers = new ArrayList<Double>();
        for (Object element : list(name)) {
            numbers.add(numberOf(element));
        }
        return numbers;
    }

    List<OpenFields> objects(String name) {
        var objects = new ArrayList<OpenFields>();
        for (Object element : list(name)) {
            objects.add(of(element));
        }
        return objects;
    }

    /** How long a list is. */
    int size(String name) {
        return list(name).size();
    }

    /** The fields that hold lists, in the order given. */
    Map<String, List<?>> lists() {
        var lists = new LinkedHashMap<String, List<?>>();
        fields.forEach((name, value) -> {
            if (value instanceof List<?> list) {
                lists.put(String.valueOf(name), list);
            }
        });
        return lists;
    }

    private List<?> list(String name) {
        return fields.get(name) instanceof List<?> list ? list : List.of();
    }

    static String textOf(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    private static double numberOf(@Nullable Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue())
                ? number.doubleValue()
                : Double.NaN;
    }
}
