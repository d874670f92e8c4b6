package io.futureos.studio.model;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a cell look in Java, and as the open value that goes into journals and fingerprints.
 *
 * @param <T> the Java type
 */
public final class CellType<T> {

    private final Class<T> javaType;
    private final Function<T, Object> toOpen;
    private final Function<Object, T> fromOpen;

    private CellType(Class<T> javaType, Function<T, Object> toOpen, Function<Object, T> fromOpen) {
        this.javaType = javaType;
        this.toOpen = toOpen;
        this.fromOpen = fromOpen;
    }

    /** A value that has a form of its own; {@code fromOpen} may throw any {@link RuntimeException} on another form. */
    static <T> CellType<T> of(Class<T> javaType, Function<T, Object> toOpen, Function<Object, T> fromOpen) {
        return new CellType<>(javaType, toOpen, fromOpen);
    }

    /** A value written as text. */
    static <T> CellType<T> ofText(Class<T> javaType, Function<T, String> write, Function<String, T> read) {
        return of(javaType, write::apply, value -> read.apply((String) value));
    }

    /** A constant written as its lower-case name. */
    static <E extends Enum<E>> CellType<E> ofConstants(Class<E> constants) {
        return ofText(
                constants,
                constant -> constant.name().toLowerCase(Locale.ROOT),
                text -> Enum.valueOf(constants, text.toUpperCase(Locale.ROOT)));
    }

    /** A value written as an object; fields that are null are left out. */
    static <T> CellType<T> ofObject(
            Class<T> javaType, Function<T, Map<String, @Nullable Object>> write, Function<OpenObject, T> read) {
        return of(javaType, value -> withoutNulls(write.apply(value)), value -> read.apply(OpenObject.of(value)));
    }

    /** The open value that stands for {@code value}. */
    public Object toOpen(T value) {
        return toOpen.apply(value);
    }

    /**
     * The value that {@code open} stands for.
     *
     * @throws IllegalArgumentException if it stands for none
     */
    public T fromOpen(Object open) {
        try {
            return fromOpen.apply(open);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "This is not a " + javaType.getSimpleName() + " as this library writes it: " + open, e);
        }
    }

    /** {@code value} as one of this type. */
    public T of(Object value) {
        return javaType.cast(value);
    }

    private static Map<String, Object> withoutNulls(Map<String, @Nullable Object> fields) {
        var kept = new LinkedHashMap<String, Object>();
        fields.forEach((name, value) -> {
            if (value != null) {
                kept.put(name, value);
            }
        });
        return OpenValue.map(kept);
    }
}
