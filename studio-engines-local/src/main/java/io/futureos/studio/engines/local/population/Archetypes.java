package io.futureos.studio.engines.local.population;

import io.futureos.studio.engine.Population.Archetype;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes the kinds of households for people: a name from what is typical of a kind, and its traits. */
final class Archetypes {

    private final Households households;
    private final List<DimensionSpec> dimensions;

    private Archetypes(Households households, List<DimensionSpec> dimensions) {
        this.households = households;
        this.dimensions = dimensions;
    }

    /** The ids of so many kinds; {@code a1} is the largest. */
    static List<String> ids(int count) {
        var ids = new ArrayList<String>();
        for (int i = 1; i <= count; i++) {
            ids.add("a" + i);
        }
        return ids;
    }

    /** All kinds; traits are the typical category by dimension: the median where categories are ordered, else the mode. */
    static List<Archetype> describe(Households households, List<DimensionSpec> dimensions) {
        var archetypes = new Archetypes(households, dimensions);
        var described = new ArrayList<Archetype>();
        var names = new ArrayList<String>();
        for (int a = 0; a < households.archetypes().size(); a++) {
            Archetype archetype = archetypes.describe(a);
            if (names.contains(archetype.name())) {
                archetype = new Archetype(
                        archetype.id(),
                        archetype.name() + " (" + archetype.id() + ")",
                        archetype.share(),
                        archetype.traits());
            }
            names.add(archetype.name());
            described.add(archetype);
        }
        return described;
    }

    private Archetype describe(int archetype) {
        Map<String, Object> traits = new LinkedHashMap<>();
        var parts = new ArrayList<String>();
        double share = 0;
        for (int d = 0; d < dimensions.size(); d++) {
            DimensionSpec dimension = dimensions.get(d);
            double[] counts = counts(archetype, d);
            int typical = dimension.ordered() ? Categories.quantile(counts, 0.5) : Categories.mode(counts);
            traits.put(dimension.name(), dimension.categories().get(typical));
            String range = range(dimension, counts, typical);
            if (!range.isEmpty()) {
                parts.add(dimension.label() + " " + range);
            }
            share = java.util.Arrays.stream(counts).sum() / households.size();
        }
        String name = parts.isEmpty() ? "all kinds" : String.join(", ", parts);
        return new Archetype(
                households.archetypes().get(archetype),
                Character.toUpperCase(name.charAt(0)) + name.substring(1),
                share,
                traits);
    }

    private double[] counts(int archetype, int dimension) {
        double[] counts = new double[dimensions.get(dimension).categories().size()];
        for (int household = 0; household < households.size(); household++) {
            if (households.archetypeOf(household) == archetype) {
                counts[households.category(dimension, household)]++;
            }
        }
        return counts;
    }

    /** Where the middle 80 per cent of the kind lie; empty if that is everywhere. */
    private static String range(DimensionSpec dimension, double[] counts, int typical) {
        if (!dimension.ordered()) {
            return readable(dimension, typical);
        }
        int low = Categories.quantile(counts, 0.1);
        int high = Categories.quantile(counts, 0.9);
        if (low == 0 && high == counts.length - 1 && high > 0) {
            return "";
        }
        return low == high ? readable(dimension, low) : readable(dimension, low) + " to " + readable(dimension, high);
    }

    private static String readable(DimensionSpec dimension, int category) {
        return dimension.categories().get(category).replace('_', ' ');
    }
}
