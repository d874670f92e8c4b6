package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.simulation.SimulationConfig.Driver;
import org.jspecify.annotations.Nullable;

/**
 * A driver with what is known of its past.
 *
 * @param series null for an assumption, which had its value all along
 */
record DriverHistory(
        Driver driver, Variable variable, @Nullable MonthlySeries series) {

    /** The value that holds at the end of a month unless a scenario says otherwise. */
    double reference(int month) {
        Double assumed = variable.value();
        if (series != null) {
            double latest = series.latest(month);
            return Double.isNaN(latest) ? 0 : latest;
        }
        return assumed == null ? 0 : assumed;
    }

    /**
     * What the driver added to the log-odds of a past month, compared with now; NaN before it is known. A driver of which
     * nothing is known by now added nothing.
     */
    double pastEffect(int month, int now) {
        return series == null || Double.isNaN(series.latest(now))
                ? 0
                : driver.effect() * (series.latest(month) - reference(now));
    }

    double bounded(double value) {
        Double minimum = variable.minimum();
        Double maximum = variable.maximum();
        double atLeast = minimum == null ? value : Math.max(minimum, value);
        return maximum == null ? atLeast : Math.min(maximum, atLeast);
    }
}
