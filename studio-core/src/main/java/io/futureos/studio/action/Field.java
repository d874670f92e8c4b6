package io.futureos.studio.action;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was read from one place: a value, or none because it was left out or wrong. In the latter case a problem is noted
 * and {@link Fields#build} never asks.
 */
record Field<T>(@Nullable T orNull) {

    static <T> Field<T> of(T value) {
        return new Field<>(value);
    }

    static <T> Field<T> none() {
        return new Field<>(null);
    }

    /** The value of a required field. */
    T get() {
        return requireNonNull(orNull, "a required field was neither read nor reported");
    }

    T or(T absent) {
        return orNull == null ? absent : orNull;
    }

    <R> Field<R> map(Function<? super T, ? extends R> conversion) {
        return orNull == null ? none() : of(conversion.apply(orNull));
    }
}
