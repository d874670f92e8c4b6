package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.config.Spelling;
import io.futureos.studio.engines.local.population.Households;
import io.futureos.studio.engines.local.population.Neighbours;
import io.futureos.studio.engines.local.population.Redistribution;
import io.futureos.studio.engines.local.population.TargetShares;
import io.futureos.studio.engines.local.random.CounterRandom;
import io.futureos.studio.engines.local.simulation.SimulationConfig.Purchases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The households as the simulation sees them: who buys how often, who ranks where, who knows whom. Never changes. */
final class Town {

    private final Households households;
    private final double[] cumulative;
    private final double[][] ranks;
    private final int[] attributes;

    private Town(Households households, double[] cumulative, double[][] ranks, int[] attributes) {
        this.households = households;
        this.cumulative = cumulative;
        this.ranks = ranks;
        this.attributes = attributes;
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
        return new Town(households, cumulative(households, config.purchases()), ranks, attributes);
    }

    /** The same town after a scenario changed who lives there; links, kinds and what a rank means stay. */
    Town adjusted(Map<String, Object> adjustments, Purchases purchases, CounterRandom random) {
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
        return new Town(changed, cumulative(changed, purchases), ranks, attributes);
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

    private static int dimension(Households households, String name, String where) {
        int dimension = households.dimensions().indexOf(name);
        if (dimension < 0) {
            throw new EngineException(
                    "dimension_unknown",
                    where + " names \"" + name + "\", which is no dimension of the population"
                            + Spelling.hint(name, households.dimensions()) + ".");
        }
        return dimension;
    }

    private static double[] cumulative(Households households, Purchases purchases) {
        double[] propensity = propensity(households, purchases);
        String name = purchases.dimension();
        int dimension = name == null ? -1 : households.dimensions().indexOf(name);
        double[] cumulative = new double[households.size()];
        double sum = 0;
        for (int household = 0; household < cumulative.length; household++) {
            sum += dimension < 0 ? 1 : propensity[households.category(dimension, household)];
            cumulative[household] = sum;
        }
        if (!(sum > 0)) {
            throw new EngineException(
                    "nobody_buys",
                    "By /simulation/config/purchases/propensity no household of the population ever buys; at least one"
                            + " category that somebody belongs to needs a propensity above 0.");
        }
        return cumulative;
    }

    private static double[] propensity(Households households, Purchases purchases) {
        if (purchases.dimension() == null) {
            return new double[0];
        }
        String place = "/simulation/config/purchases";
        List<String> categories =
                households.categories().get(dimension(households, purchases.dimension(), place + "/dimension"));
        for (String key : purchases.propensity().keySet()) {
            if (!categories.contains(key)) {
                throw new EngineException(
                        "category_unknown",
                        place + "/propensity has no category \"" + key + "\"" + Spelling.hint(key, categories) + ".");
            }
        }
        return categories.stream()
                .mapToDouble(category -> purchases.propensity().getOrDefault(category, 1.0))
                .toArray();
    }

    int size() {
        return households.size();
    }

    Households households() {
        return households;
    }

    int archetypeOf(int household) {
        return households.archetypeOf(household);
    }

    /** The ranks of the categories of an attribute. */
    double[] ranks(int attribute) {
        return ranks[attribute];
    }

    /** The household that buys when chance, from 0 to 1, points there; households own lengths by their propensity. */
    int buyer(double chance) {
        double wanted = chance * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** What a household's own attributes add to its log-odds. */
    double taste(int household, double[] slopes) {
        double taste = 0;
        for (int a = 0; a < attributes.length; a++) {
            taste += slopes[a] * ranks[a][households.category(attributes[a], household)];
        }
        return taste;
    }

    /** The share of a household's neighbours in a set; 0 without neighbours. */
    double neighbours(int household, long[] set) {
        Neighbours neighbours = households.neighbours();
        int from = neighbours.first()[household];
        int to = neighbours.first()[household + 1];
        int in = 0;
        for (int i = from; i < to; i++) {
            int other = neighbours.list()[i];
            in += (int) (set[other >> 6] >>> other & 1);
        }
        return to == from ? 0 : in / (double) (to - from);
    }
}
