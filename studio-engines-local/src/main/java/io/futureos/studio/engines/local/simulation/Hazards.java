package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.config.Spelling;
import io.futureos.studio.engines.local.population.Households;
import io.futureos.studio.engines.local.simulation.SimulationConfig.Purchases;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How likely a household is to buy a car in a month: the monthly rate times its category's propensity, as a multiple of the
 * mean propensity of the population, and never more than certain. Stays with the categories when a scenario changes who
 * belongs to them. Never changes.
 */
final class Hazards {

    private final int dimension;
    private final double[] byCategory;
    private final double highest;
    private final Gaps gaps;

    private Hazards(int dimension, double[] byCategory) {
        this.dimension = dimension;
        this.byCategory = byCategory;
        this.highest = Arrays.stream(byCategory).max().orElseThrow();
        this.gaps = new Gaps(highest);
    }

    /**
     * The hazards that make all of these households together buy at the monthly rate.
     *
     * @throws EngineException {@code nobody_buys}, {@code dimension_unknown}, {@code category_unknown}
     */
    static Hazards of(Households households, Purchases purchases) {
        String name = purchases.dimension();
        if (name == null) {
            return new Hazards(-1, new double[] {purchases.monthlyRate()});
        }
        int dimension = Town.dimension(households, name, "/simulation/config/purchases/dimension");
        double[] propensity = propensity(households.categories().get(dimension), purchases);
        double[] shares = households.shares(dimension);
        double mean = 0;
        for (int category = 0; category < shares.length; category++) {
            mean += shares[category] * propensity[category];
        }
        if (!(mean > 0)) {
            throw nobodyBuys();
        }
        double[] hazards = new double[propensity.length];
        for (int category = 0; category < hazards.length; category++) {
            hazards[category] = Math.min(1, purchases.monthlyRate() * (propensity[category] / mean));
        }
        return new Hazards(dimension, hazards);
    }

    static EngineException nobodyBuys() {
        return new EngineException(
                "nobody_buys",
                "By /simulation/config/purchases/propensity no household of the population ever buys; at least one"
                        + " category that somebody belongs to needs a propensity above 0.");
    }

    private static double[] propensity(List<String> categories, Purchases purchases) {
        for (String key : purchases.propensity().keySet()) {
            if (!categories.contains(key)) {
                throw new EngineException(
                        "category_unknown",
                        "/simulation/config/purchases/propensity has no category \"" + key + "\""
                                + Spelling.hint(key, categories) + ".");
            }
        }
        return categories.stream()
                .mapToDouble(category -> purchases.propensity().getOrDefault(category, 1.0))
                .toArray();
    }

    /** The dimension by which households differ in how often they buy, or none. */
    IntStream dimensions() {
        return dimension < 0 ? IntStream.empty() : IntStream.of(dimension);
    }

    double of(Households households, int household) {
        return byCategory[dimension < 0 ? 0 : households.category(dimension, household)];
    }

    double highest() {
        return highest;
    }

    Gaps gaps() {
        return gaps;
    }
}
