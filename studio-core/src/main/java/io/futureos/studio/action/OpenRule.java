package io.futureos.studio.action;

import io.futureos.studio.model.OpenValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How deep open values may be nested. Stricter than {@link OpenValue}, so that what was accepted here still fits into
 * the objects that later carry it.
 */
enum OpenRule implements Rule<Object> {
    OPEN;

    private static final int DEEPEST = 32;

    /** The normal form of a record's open component. */
    static Map<String, Object> normal(String component, Map<String, Object> open) {
        Map<String, Object> normal = OpenValue.map(open);
        OPEN.require(component, normal);
        return normal;
    }

    @Override
    public Optional<String> problem(Object value) {
        return isDeeper(value, DEEPEST)
                ? Optional.of("is nested more than " + DEEPEST + " levels deep")
                : Optional.empty();
    }

    @Override
    public String remedy() {
        return "Give a value that is nested at most " + DEEPEST + " levels deep.";
    }

    private static boolean isDeeper(@Nullable Object value, int levels) {
        if (value instanceof Map<?, ?> map) {
            return anyDeeper(map.values(), levels);
        }
        return value instanceof List<?> list && anyDeeper(list, levels);
    }

    private static boolean anyDeeper(Collection<?> elements, int levels) {
        if (levels == 0) {
            return true;
        }
        for (Object element : elements) {
            if (isDeeper(element, levels - 1)) {
                return true;
            }
        }
        return false;
    }
}
