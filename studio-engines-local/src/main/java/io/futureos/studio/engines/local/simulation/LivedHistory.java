package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engines.local.random.CounterRandom;

/**
 * The history as the households lived it, for one strength of imitation: in each month the buyers choose with chances
 * that together give the observed share. What is left of the month's log-odds after taste, neighbours and drivers is the
 * common level.
 *
 * @param levels by month, NaN where the month is missing
 * @param electric the households whose last choice was electric at the end, as bits
 */
@SuppressWarnings("ArrayRecordComponent") // Bulk figures, handed on and never compared.
record LivedHistory(double imitation, double[] levels, long[] electric) {

    private static final int PANEL = 128;

    static LivedHistory live(Problem problem, double imitation) {
        ShareHistory series = problem.series();
        double[] slopes = problem.meanSlopes();
        double[] levels = new double[series.size()];
        long[] electric = new long[(problem.town().size() + 63) / 64];
        CounterRandom past = problem.random().branch(-1);
        double last = Double.NaN;
        for (int i = 0; i < levels.length; i++) {
            int month = series.first() + i;
            levels[i] = Double.NaN;
            double seen = series.logOdds(month);
            var lived = new Month(problem.town(), past.branch(month), electric, slopes, imitation, PANEL);
            if (!Double.isNaN(seen)) {
                last = lived.levelFor(seen);
                levels[i] = last - problem.driversEffect(month);
            }
            if (!Double.isNaN(last)) {
                lived.choose(last, electric, slopes, imitation, problem.purchaseRate());
            }
        }
        return new LivedHistory(imitation, levels, electric);
    }
}
