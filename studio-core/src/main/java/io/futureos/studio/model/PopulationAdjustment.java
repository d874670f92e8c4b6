package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * Something about the population that an analyst changed.
 *
 * @param dimension which dimension, or {@code size}, or {@code archetype/} and an id
 * @param original what was there before (open values), for example shares by category
 * @param modified what is there now (open values)
 */
public record PopulationAdjustment(String dimension, Map<String, Object> original, Map<String, Object> modified) {

    public PopulationAdjustment {
        requireNonNull(dimension, "dimension");
        original = OpenValue.map(original);
        modified = OpenValue.map(modified);
    }
}
