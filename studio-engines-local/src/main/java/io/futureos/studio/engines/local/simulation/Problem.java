package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engines.local.random.CounterRandom;
import java.util.List;

/**
 * What is known at the end of a month: the target's history, the households, the drivers and the slopes.
 *
 * @param series the target up to the month, and no further
 * @param now the last known month, as numbered by {@link io.futureos.studio.engines.local.series.Months}
 */
record Problem(
        ShareHistory series,
        int now,
        Town town,
        List<DriverHistory> drivers,
        List<Slope> slopes,
        int replicates,
        CounterRandom random) {

    double[] meanSlopes() {
        return slopes.stream().mapToDouble(Slope::mean).toArray();
    }

    double driversEffect(int month) {
        double effect = 0;
        for (DriverHistory driver : drivers) {
            effect += driver.pastEffect(month, now);
        }
        return effect;
    }
}
