package io.futureos.studio.report;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.OpenValue;
import java.util.List;

/**
 * A number that a report prints, bound to where it came from.
 *
 * @param text as it is printed, for example {@code 23 %} or {@code December 2024}
 * @param value as exactly as it was known: a number, or text for a month ({@code 2024-12})
 * @param computed whether it was computed from what stands at its origins, rather than read there
 * @param origins at least one
 */
public record BoundNumber(String text, Object value, boolean computed, List<Origin> origins) {

    public BoundNumber {
        requireNonNull(text, "text");
        value = requireNonNull(OpenValue.of(value), "value");
        origins = List.copyOf(origins);
        if (origins.isEmpty()) {
            throw new IllegalArgumentException("\"" + text + "\" needs at least one origin");
        }
        if (!computed && origins.size() > 1) {
            throw new IllegalArgumentException("\"" + text + "\" can't be read at more than one place, was " + origins);
        }
    }
}
