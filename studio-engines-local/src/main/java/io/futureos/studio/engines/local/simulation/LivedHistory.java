package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engines.local.random.CounterRandom;

/**
 * The history as the households lived it, for one strength of imitation: in each month all households buy or not, with
 * chances that together give the observed share. What is left of the month's log-odds after taste, neighbours and drivers is
 * the common level.
 *
 * @param seen what neighbours do to choices, as in {@link Choice}
 * @param levels by month, NaN where the month is missing
 * @param fleet who drives electric at the end; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Bulk figures, handed on and never compared.
record LivedHistory(double imitation, double[] seen, double[] levels, Fleet fleet) {

    static LivedHistory live(Problem problem, double imitation) {
        ShareHistory series = problem.series();
        Town town = problem.town();
        Fleet fleet = Fleet.withoutElectric(town);
        double[] seen = Choice.seen(town, imitation);
        var lived = new Month(town, Choice.of(town, problem.meanSlopes(), seen), fleet);
        CounterRandom past = problem.random().branch(-1);
        double[] levels = new double[series.size()];
        double last = Double.NaN;
        double offset = 0;
        for (int i = 0; i < levels.length; i++) {
            int month = series.first() + i;
            levels[i] = Double.NaN;
            double logOdds = series.logOdds(month);
            if (!Double.isNaN(logOdds)) {
                last = lived.levelFor(logOdds, logOdds + offset);
                offset = last - logOdds;
                levels[i] = last - problem.driversEffect(month);
            }
            if (!Double.isNaN(last)) {
                lived.choose(last, past.branch(month));
            }
        }
        return new LivedHistory(imitation, seen, levels, fleet);
    }
}
