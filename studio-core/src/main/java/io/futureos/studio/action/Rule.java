package io.futureos.studio.action;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a value must be like; the same rule serves who builds a record and who reads one from JSON. */
interface Rule<T> {

    /** What is wrong with {@code value}, to follow its name in a sentence; empty if nothing is. */
    Optional<String> problem(T value);

    /** What would be right, as a sentence. */
    String remedy();

    /**
     * Checks a component of a record.
     *
     * @throws IllegalArgumentException if the rule is broken
     */
    default void require(String component, T value) {
        problem(requireNonNull(value, component)).ifPresent(problem -> {
            throw new IllegalArgumentException(component + " " + problem + ". " + remedy());
        });
    }

    /** Checks a component that may be left out. */
    default void requireIfPresent(String component, @Nullable T value) {
        if (value != null) {
            require(component, value);
        }
    }
}
