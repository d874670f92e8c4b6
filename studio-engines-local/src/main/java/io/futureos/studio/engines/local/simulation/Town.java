package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.config.Spelling;
import io.futureos.studio.engines.local.population.Households;
import io.futureos.studio.engines.local.population.Redistribution;
import io.futureos.studio.engines.local.population.TargetShares;
import io.futureos.studio.engines.local.random.CounterRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The households as the simulation sees them: who buys how often, who ranks where, who knows whom. Never changes, and is
 * shared by all futures.
 *
 * <p>A household takes 4 bytes for its kind, 4 for the place of its row of links, 4 for each neighbour, and 1 for each
 * dimension and for its archetype: 58 bytes with ten neighbours and five dimensions. Each future adds a bit
 * ({@link Fleet}) and, for the whole town, 4 bytes a cell.
 */
final class Town {

    private final Households households;
    private final double[][] ranks;
    private final int[] attributes;
    private final Hazards hazards;
    private final Kinds kinds;
    private final int[] archetypes;
    private final double[] hazardOfKind;
    private final double[] weights;

    private Town(Households households, double[][] ranks, int[] attributes, Hazards hazards) {
        this.households = households;
        this.ranks = ranks;
        this.attributes = attributes;
        this.hazards = hazards;
        this.kinds = Kinds.of(
                households,
                IntStream.concat(Arrays.stream(attributes), hazards.dimensions())
                        .distinct()
                        .toArray());
        this.archetypes = new int[kinds.count()];
        this.hazardOfKind = new double[kinds.count()];
        for (int kind = 0; kind < kinds.count(); kind++) {
            archetypes[kind] = households.archetypeOf(kinds.example(kind));
            hazardOfKind[kind] = hazards.of(households, kinds.example(kind));
        }
        this.weights = weights();
    }

    /** By archetype, how many cars its households buy a month on average. */
    private double[] weights() {
        double[] weights = new double[households.archetypes().size()];
        for (int household = 0; household < size(); household++) {
            int kind = kinds.of(household);
            weights[archetypes[kind]] += hazardOfKind[kind];
        }
        if (!(Arrays.stream(weights).sum() > 0)) {
            throw Hazards.nobodyBuys();
        }
        return weights;
    }

    /** The households as they are; each attribute's categories are ranked from -1/2 to 1/2 by the households below. */
    static Town of(Households households, SimulationConfig config) {
        int[] attributes = config.attributes().stream()
                .mapToInt(attribute -> dimension(households, attribute.dimension(), "/simulation/config/attributes"))
                .toArray();
        double[][] ranks = new double[attributes.length][];
        for (int a = 0; a < attributes.length; a++) {
            ranks[a] = households.shares(attributes[a]);
            double below = 0;
            for (int category = 0; category < ranks[a].length; category++) {
                double own = ranks[a][category];
                ranks[a][category] = below + own / 2 - 0.5;
                below += own;
            }
        }
        return new Town(households, ranks, attributes, Hazards.of(households, config.purchases()));
    }

    /** The same town after a scenario changed who lives there; links, archetypes, ranks and hazards by category stay. */
    Town adjusted(Map<String, Object> adjustments, CounterRandom random) {
        byte[][] values = households.values().clone();
        int[] everybody = IntStream.range(0, size()).toArray();
        adjustments.forEach((name, shares) -> {
            String place = "/population_adjustments/" + name;
            int dimension = dimension(households, name, place);
            double[] wanted = TargetShares.read(
                    place,
                    asObject(place, shares),
                    households.categories().get(dimension),
                    households.shares(dimension));
            values[dimension] = Redistribution.apply(values[dimension], everybody, wanted, random.branch(dimension));
        });
        var changed = new Households(
                households.dimensions(),
                households.categories(),
                values,
                households.archetypes(),
                households.archetype(),
                households.neighbours());
        return new Town(changed, ranks, attributes, hazards);
    }

    private static Map<String, Object> asObject(String place, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new EngineException(
                    "config_invalid", place + " is " + value + "; expected an object of shares by category.");
        }
        var object = new LinkedHashMap<String, Object>();
        map.forEach((key, element) -> object.put(String.valueOf(key), element));
        return object;
    }

    static int dimension(Households households, String name, String where) {
        int dimension = households.dimensions().indexOf(name);
        if (dimension < 0) {
            throw new EngineException(
                    "dimension_unknown",
                    where + " names \"" + name + "\", which is no dimension of the population"
                            + Spelling.hint(name, households.dimensions()) + ".");
        }
        return dimension;
    }

    int size() {
        return households.size();
    }

    Households households() {
        return households;
    }

    Kinds kinds() {
        return kinds;
    }

    int archetypes() {
        return weights.length;
    }

    int archetypeOf(int kind) {
        return archetypes[kind];
    }

    /** The probability that a household of this kind buys a car in a month. */
    double hazard(int kind) {
        return hazardOfKind[kind];
    }

    double highestHazard() {
        return hazards.highest();
    }

    /** From one household to the next that would buy if all bought as often as those who buy most often. */
    Gaps gaps() {
        return hazards.gaps();
    }

    /** The share of all purchases that are electric, by how many each archetype makes. */
    double share(double[] electric) {
        double sum = 0;
        double all = 0;
        for (int archetype = 0; archetype < weights.length; archetype++) {
            sum += electric[archetype];
            all += weights[archetype];
        }
        return sum / all;
    }

    /** The share of an archetype's purchases; NaN if it never buys. */
    double share(int archetype, double electric) {
        return electric / weights[archetype];
    }

    /** The ranks of the categories of an attribute. */
    double[] ranks(int attribute) {
        return ranks[attribute];
    }

    /** What a household's own attributes add to its log-odds. */
    double taste(int household, double[] slopes) {
        double taste = 0;
        for (int a = 0; a < attributes.length; a++) {
            taste += slopes[a] * ranks[a][households.category(attributes[a], household)];
        }
        return taste;
    }
}
