package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.model.Shock;
import java.util.List;
import java.util.Map;

/**
 * What a scenario does to the drivers: an override holds from the first month on, a shock is added from its tick on, and
 * neither leaves the variable's bounds.
 */
record Futures(List<DriverHistory> drivers, Map<String, Double> overrides, List<Shock> shocks, int now) {

    Futures {
        shocks = List.copyOf(shocks);
    }

    /** The world in which nothing is changed. */
    Futures unchanged() {
        return new Futures(drivers, Map.of(), List.of(), now);
    }

    Futures with(List<Shock> changed) {
        return new Futures(drivers, overrides, changed, now);
    }

    /** By driver, how far it is at a tick from what held at as-of. */
    double[] deviations(int tick) {
        double[] deviations = new double[drivers.size()];
        for (int d = 0; d < deviations.length; d++) {
            DriverHistory driver = drivers.get(d);
            double reference = driver.reference(now);
            double value = overrides.getOrDefault(driver.variable().name(), reference);
            for (Shock shock : shocks) {
                value += shock.tick() <= tick
                                && shock.variable().equals(driver.variable().name())
                        ? shock.magnitude()
                        : 0;
            }
            boolean touched = value != reference;
            deviations[d] = touched ? driver.bounded(value) - reference : 0;
        }
        return deviations;
    }

    /** Whether any driver ever moves within so many ticks. */
    boolean moves(int ticks) {
        for (int tick = 1; tick <= ticks; tick++) {
            for (double deviation : deviations(tick)) {
                if (deviation != 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
