package io.futureos.studio.engines.local.ensemble;

import io.futureos.studio.engines.local.series.Scale;
import org.jspecify.annotations.Nullable;

/**
 * One month that was forecast and then happened.
 *
 * @param outcome what happened
 * @param naive the figure of that month a year before, as known at the origin; NaN if there was none
 * @param samples by contender, sorted; null where it did not forecast this month
 * @param scale as fitted at the origin
 */
record PastCase(int origin, int period, double outcome, double naive, double @Nullable [][] samples, Scale scale) {

    boolean has(int contender) {
        return samples[contender] != null;
    }

    double[] sample(int contender) {
        double[] sample = samples[contender];
        if (sample == null) {
            throw new IllegalArgumentException("Contender " + contender + " did not forecast this month");
        }
        return sample;
    }
}
