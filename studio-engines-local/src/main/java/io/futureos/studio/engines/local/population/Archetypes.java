package io.futureos.studio.engines.local.population;

import io.futureos.studio.engine.Population.Archetype;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Describes the kinds of households for people: a name from what is typical of a kind, and its traits. */
final class Archetypes {

    /** So many remarks make a name, where they tell a kind from the others. */
    private static final int ENOUGH = 2;

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
        Set<String> taken = new HashSet<>();
        for (int a = 0; a < households.archetypes().size(); a++) {
            described.add(archetypes.describe(a, taken));
        }
        return described;
    }

    private Archetype describe(int archetype, Set<String> taken) {
        Map<String, Object> traits = new LinkedHashMap<>();
        var remarks = new ArrayList<Remark>();
        double share = 0;
        for (int d = 0; d < dimensions.size(); d++) {
            DimensionSpec dimension = dimensions.get(d);
            double[] counts = counts(archetype, d);
            int typical = dimension.ordered() ? Categories.quantile(counts, 0.5) : Categories.mode(counts);
            traits.put(dimension.name(), dimension.categories().get(typical));
            String range = range(dimension, counts, typical);
            if (!range.isEmpty()) {
                remarks.add(new Remark(dimension.label() + " " + range, difference(counts, counts(d))));
            }
            share = Arrays.stream(counts).sum() / households.size();
        }
        String id = households.archetypes().get(archetype);
        return new Archetype(id, name(remarks, id, taken), share, traits);
    }

    /** What is said of a kind, and how much it tells the kind from all households. */
    private record Remark(String text, double telling) {}

    /** The two remarks that tell most; more, and at last its id, where another kind has that name already. */
    private static String name(List<Remark> remarks, String id, Set<String> taken) {
        List<String> parts = remarks.stream()
                .sorted(Comparator.comparingDouble(Remark::telling).reversed())
                .map(Remark::text)
                .toList();
        if (parts.isEmpty()) {
            parts = List.of("all kinds");
        }
        for (int length = Math.min(ENOUGH, parts.size()); length <= parts.size(); length++) {
            String name = String.join(", ", parts.subList(0, length));
            String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
            if (taken.add(capital)) {
                return capital;
            }
        }
        return String.join(", ", parts) + " (" + id + ")";
    }

    /** How much two distributions differ: the share that lies elsewhere. */
    private static double difference(double[] some, double[] all) {
        double ofSome = Arrays.stream(some).sum();
        double ofAll = Arrays.stream(all).sum();
        double difference = 0;
        for (int i = 0; i < some.length; i++) {
            difference += Math.abs(some[i] / ofSome - all[i] / ofAll) / 2;
        }
        return difference;
    }

    /** All households by category. */
    private double[] counts(int dimension) {
        double[] counts = new double[dimensions.get(dimension).categories().size()];
        for (int household = 0; household < households.size(); household++) {
            counts[households.category(dimension, household)]++;
        }
        return counts;
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
        return low == high
                ? readable(dimension, low)
                : "from " + readable(dimension, low) + " to " + readable(dimension, high);
    }

    private static String readable(DimensionSpec dimension, int category) {
        return dimension.categories().get(category).replace('_', ' ');
    }
}
