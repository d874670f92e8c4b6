package io.futureos.studio;

import org.jspecify.annotations.Nullable;

/**
 * What to change about a project; null leaves a part as it is.
 *
 * @param asOf the last month that forecasts may know, {@code YYYY-MM}
 */
public record ProjectUpdate(
        @Nullable String projectName,
        @Nullable String description,
        @Nullable String initialQuery,
        @Nullable String asOf) {}
