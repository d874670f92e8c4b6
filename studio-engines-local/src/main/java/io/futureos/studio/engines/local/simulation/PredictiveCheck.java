package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engines.local.random.CounterRandom;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How well the calibrated model tracks the history that it was calibrated to: a posterior predictive check (Gelman, Meng and
 * Stern, 1996) of every month as seen from the month before. Each replicate says with its own parameters what it expected; the
 * month is well tracked if neither fewer than a tenth nor more than nine tenths of them expected less.
 *
 * @param tracked how many months were
 * @param months how many were looked at: those after the first year, in which the priors speak
 */
record PredictiveCheck(int tracked, int months) {

    private static final int FIRST_YEAR = 12;

    static PredictiveCheck of(Problem problem, List<Replicate> replicates) {
        int[] below = new int[problem.series().size()];
        int[] asked = new int[problem.series().size()];
        for (int r = 0; r < replicates.size(); r++) {
            Replicate replicate = replicates.get(r);
            CounterRandom random = problem.random().branch(r).branch(-4);
            LevelFilter.follow(
                    replicate.dynamics(),
                    problem.series().first(),
                    replicate.history().levels(),
                    (month, surprise, deviation) -> {
                        asked[month]++;
                        below[month] += deviation * random.normal(month) < surprise ? 1 : 0;
                    });
        }
        int tracked = 0;
        int months = 0;
        for (int month = FIRST_YEAR; month < below.length; month++) {
            if (asked[month] == replicates.size()) {
                months++;
                tracked += 10 * below[month] >= asked[month] && 10 * below[month] <= 9 * asked[month] ? 1 : 0;
            }
        }
        return new PredictiveCheck(tracked, months);
    }

    /** The share of the months that were tracked; empty if the history has no more than a year. */
    OptionalDouble inside() {
        return months == 0 ? OptionalDouble.empty() : OptionalDouble.of(tracked / (double) months);
    }
}
