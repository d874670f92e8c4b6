package io.futureos.studio.engines.local.ensemble;

import io.futureos.studio.engines.local.series.Scale;
import java.util.List;
import java.util.Optional;

/**
 * One month that was forecast and then happened.
 *
 * @param outcome what happened
 * @param naive the figure of that month a year before, as known at the origin; NaN if there was none
 * @param samples by contender, sorted; empty where it did not forecast this month
 * @param scale as fitted at the origin
 */
record PastCase(int origin, int period, double outcome, double naive, List<Optional<double[]>> samples, Scale scale) {

    boolean has(int contender) {
        return samples.get(contender).isPresent();
    }

    double[] sample(int contender) {
        return samples.get(contender)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Contender " + contender + " did not forecast this month; ask has() first"));
    }
}
