package io.futureos.studio.engines.local.population;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.config.Spelling;
import io.futureos.studio.engines.local.random.CounterRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Changes the households of one archetype, and no others. A trait is a dimension; its value is the category that all of
 * them get, or shares by category ({@code {"0": 0.2, "1": 0.8}}).
 */
final class ArchetypeEdits {

    private final CellSpace space;
    private final CounterRandom random;

    ArchetypeEdits(CellSpace space, CounterRandom random) {
        this.space = space;
        this.random = random;
    }

    /** Writes the edits into the households' values. */
    void apply(Households households, Map<String, Map<String, Object>> edits) {
        edits.forEach((id, traits) -> {
            int archetype = households.archetypes().indexOf(id);
            if (archetype < 0) {
                throw new EngineException(
                        "archetype_unknown",
                        "There is no archetype \"" + id + "\" to edit" + Spelling.hint(id, households.archetypes())
                                + ".");
            }
            int[] members = IntStream.range(0, households.size())
                    .filter(household -> households.archetypeOf(household) == archetype)
                    .toArray();
            traits.forEach((trait, value) ->
                    set(households, members, "/population/archetypes/" + id + "/" + trait, trait, value));
        });
    }

    private void set(Households households, int[] members, String place, String trait, Object value) {
        int dimension = space.dimension(trait, place);
        List<String> categories = space.dimension(dimension).categories();
        double[] shares;
        if (value instanceof Map<?, ?> wanted) {
            shares = TargetShares.read(place, asText(wanted), categories, present(households, members, dimension));
        } else {
            shares = new double[categories.size()];
            shares[space.dimension(dimension).category(String.valueOf(value), place)] = 1;
        }
        households.values()[dimension] =
                Redistribution.apply(households.values()[dimension], members, shares, random.branch(dimension));
    }

    private double[] present(Households households, int[] members, int dimension) {
        double[] present = new double[space.categories(dimension)];
        for (int member : members) {
            present[households.category(dimension, member)] += 1.0 / members.length;
        }
        return present;
    }

    private static Map<String, Object> asText(Map<?, ?> map) {
        var text = new java.util.LinkedHashMap<String, Object>();
        map.forEach((key, value) -> text.put(String.valueOf(key), value));
        return text;
    }
}
