package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engines.local.series.Months;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows the common level of log-odds through the history: a level that drifts, seasons, and noise.
 *
 * <pre>
 *   seen(t)  = level(t) + season(month of t) + noise,     noise ~ N(0, noise^2)
 *   level(t) = level(t-1) + trend(t-1) + unrest,           unrest ~ N(0, unrest^2)
 *   trend(t) = damping trend(t-1) + bend,                  bend ~ N(0, bend^2)
 * </pre>
 *
 * <p>A Kalman filter (1960) in the form of Harvey's structural models (1989) with a damped trend (Gardner and McKenzie, 1985),
 * exact for these equations, with proper priors for all that is unknown at the start, so that ten months of history are enough
 * for a wide forecast.
 *
 * <p>The {@link Dynamics} of a series change as it grows: the first few electric cars jump about as the later thousands do
 * not. So older months count less in judging dynamics: the likelihood is discounted by {@link #REMEMBERED} a month (Smith,
 * "A generalization of the Bayesian steady forecasting model", 1979), as if it rested on the last three years.
 */
final class LevelFilter {

    static final int LEVEL = 0;
    static final int TREND = 1;
    static final int SEASON = 2;
    static final int STATES = 14;

    static final double LEVEL_PRIOR = 1.5;
    static final double TREND_PRIOR = 0.05;
    static final double SEASON_PRIOR = 0.15;

    private static final double REMEMBERED = 0.97;

    private final Uncertainty uncertainty;
    private final double[] mean = new double[STATES];
    private double logLikelihood;

    private LevelFilter(Uncertainty uncertainty) {
        this.uncertainty = uncertainty;
    }

    /**
     * Goes through histories of values by month, NaN where one is missing. They must lack the same months: how sure one can
     * be rests on which months are known and not on what was seen in them, so it is worked out once for all of them.
     */
    static List<LevelFilter> follow(Dynamics dynamics, int first, List<double[]> histories) {
        return follow(dynamics, first, histories, (month, surprise, deviation) -> {});
    }

    /** Goes through a history, and tells {@code heard} how each month after the first compares with what was expected. */
    static void follow(Dynamics dynamics, int first, double[] seen, Surprises heard) {
        follow(dynamics, first, List.of(seen), heard);
    }

    private static List<LevelFilter> follow(Dynamics dynamics, int first, List<double[]> histories, Surprises heard) {
        var uncertainty = new Uncertainty(dynamics);
        var filters = new ArrayList<LevelFilter>();
        for (int h = 0; h < histories.size(); h++) {
            filters.add(new LevelFilter(uncertainty));
        }
        boolean started = false;
        for (int i = 0; i < histories.get(0).length; i++) {
            if (started) {
                uncertainty.advance();
                filters.forEach(LevelFilter::advance);
            }
            if (isKnown(i, histories)) {
                int season = SEASON + Months.calendarMonth(first + i);
                uncertainty.learn(season);
                for (int h = 0; h < filters.size(); h++) {
                    LevelFilter filter = filters.get(h);
                    double seen = histories.get(h)[i];
                    if (!started) {
                        filter.mean[LEVEL] = seen;
                    }
                    filter.learn(i, seen, season, heard);
                }
                started = true;
            }
        }
        return filters;
    }

    private static boolean isKnown(int index, List<double[]> histories) {
        boolean known = !Double.isNaN(histories.get(0)[index]);
        for (double[] seen : histories) {
            if (Double.isNaN(seen[index]) == known) {
                throw new IllegalArgumentException(
                        "the histories do not lack the same months: only some have the one at " + index);
            }
        }
        return known;
    }

    /** Is told how far a month was from its mean, known to the month before, and how far it was thought to be. */
    @FunctionalInterface
    interface Surprises {
        void add(int index, double surprise, double deviation);
    }

    private void advance() {
        mean[LEVEL] += mean[TREND];
        mean[TREND] *= uncertainty.dynamics().damping();
    }

    private void learn(int index, double seen, int season, Surprises heard) {
        double surprise = seen - mean[LEVEL] - mean[season];
        heard.add(index, surprise, uncertainty.deviation());
        logLikelihood = REMEMBERED * logLikelihood - uncertainty.surprisal(surprise);
        for (int i = 0; i < STATES; i++) {
            mean[i] += uncertainty.gain(i) * surprise;
        }
    }

    Dynamics dynamics() {
        return uncertainty.dynamics();
    }

    double[] mean() {
        return mean.clone();
    }

    double logLikelihood() {
        return logLikelihood;
    }

    /** A lower triangular root of the covariance (Cholesky); directions without uncertainty get zero. */
    double[][] root() {
        return uncertainty.root();
    }
}
