package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One figure that an analyst replaced, and why.
 *
 * @param field which figure, in the data orchestrator's notation, for example {@code new_cars.battery_electric[2023-01]}
 * @param value the figure to use; null means that the figure counts as missing
 */
public record DataOverride(String field, @Nullable Object value, String reason) {

    public DataOverride {
        requireNonNull(field, "field");
        requireNonNull(reason, "reason");
        value = OpenValue.of(value);
    }
}
