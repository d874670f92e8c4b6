package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engines.local.population.Households;
import io.futureos.studio.engines.local.random.CounterRandom;
import java.util.Arrays;
import java.util.Map;

/**
 * One future of a town, month by month, at common levels of log-odds that the caller gives. Public so that it can be measured
 * by itself. Used by one thread at a time.
 */
public final class TownLife {

    private final Town town;
    private final Fleet fleet;
    private final Month month;
    private final CounterRandom random;
    private double[] purchases;

    /** A town at as-of; {@code fleet} is changed from now on. */
    TownLife(Town town, Choice choice, Fleet fleet, CounterRandom random) {
        this.town = town;
        this.fleet = fleet;
        this.month = new Month(town, choice, fleet);
        this.random = random;
        this.purchases = new double[town.archetypes()];
    }

    /**
     * A town in which nobody drives electric yet.
     *
     * @param config of the simulation; its attributes give the order of the slopes
     * @param slopes log-odds from the lowest to the highest rank, by attribute
     * @param imitation log-odds that having only electric neighbours adds
     */
    public static TownLife of(
            Households households, Map<String, Object> config, double[] slopes, double imitation, long seed) {
        Town town = Town.of(households, SimulationConfig.read(config));
        Choice choice = Choice.of(town, slopes, Choice.seen(town, imitation));
        return new TownLife(town, choice, Fleet.withoutElectric(town), new CounterRandom(seed));
    }

    /** Lives through a month, and says the share of its purchases that are electric. */
    public double live(int number, double level) {
        purchases = month.purchases(level);
        month.choose(level, random.branch(number));
        return town.share(purchases);
    }

    /** By archetype, how many electric cars were to be expected in the last month. */
    double[] purchases() {
        return Arrays.copyOf(purchases, purchases.length);
    }

    /** The share of all households that drive electric. */
    public double adopters() {
        return fleet.share();
    }
}
