package io.futureos.studio.testkit.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What becomes of an open object when somebody mistypes it: each value in turn is another, and each key is gone. */
final class Variations {

    private static final List<@Nullable Object> OTHERS = Arrays.asList(null, "x", -1L, Map.of());

    private Variations() {}

    /** Hands each variation to {@code user}, with words for what is different. */
    static void of(Map<String, ?> object, BiConsumer<String, Map<String, Object>> user) {
        variations(object).forEach(variation -> user.accept(variation.what, opened(variation.value)));
    }

    private record Variation(String what, @Nullable Object value) {}

    @SuppressWarnings("unchecked") // the variations of a map are maps
    private static Map<String, Object> opened(@Nullable Object map) {
        return (Map<String, Object>) java.util.Objects.requireNonNull(map);
    }

    private static List<Variation> variations(Map<?, ?> object) {
        var all = new ArrayList<Variation>();
        object.forEach((key, value) -> {
            all.add(new Variation("without " + key, without(object, key)));
            values(value)
                    .forEach(changed -> all.add(new Variation(key + changed.what, with(object, key, changed.value))));
        });
        all.add(new Variation("with a key too many", with(object, "unheard_of", 1L)));
        return all;
    }

    private static List<Variation> values(@Nullable Object value) {
        var all = new ArrayList<Variation>();
        OTHERS.forEach(other -> all.add(new Variation(" = " + other, other)));
        if (value instanceof Map<?, ?> map) {
            variations(map).forEach(inner -> all.add(new Variation("/" + inner.what, inner.value)));
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            values(list.get(0)).forEach(first -> {
                var changed = new ArrayList<@Nullable Object>(list);
                changed.set(0, first.value);
                all.add(new Variation("/0" + first.what, changed));
            });
        }
        return all;
    }

    private static Map<Object, @Nullable Object> without(Map<?, ?> object, Object key) {
        var copy = new LinkedHashMap<Object, @Nullable Object>(object);
        copy.remove(key);
        return copy;
    }

    private static Map<Object, @Nullable Object> with(Map<?, ?> object, Object key, @Nullable Object value) {
        var copy = new LinkedHashMap<Object, @Nullable Object>(object);
        copy.put(key, value);
        return copy;
    }
}
