package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engines.local.series.Months;

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

    private final Dynamics dynamics;
    private final double[] mean = new double[STATES];
    private final double[][] covariance = new double[STATES][STATES];
    private boolean started;
    private double logLikelihood;

    LevelFilter(Dynamics dynamics) {
        this.dynamics = dynamics;
        covariance[LEVEL][LEVEL] = LEVEL_PRIOR * LEVEL_PRIOR;
        covariance[TREND][TREND] = TREND_PRIOR * TREND_PRIOR;
        for (int month = 0; month < 12; month++) {
            covariance[SEASON + month][SEASON + month] = SEASON_PRIOR * SEASON_PRIOR;
        }
    }

    /** Goes through a history of values by month, NaN where one is missing. */
    LevelFilter follow(int first, double[] seen) {
        return follow(first, seen, (month, surprise, deviation) -> {});
    }

    /** Goes through a history, and tells {@code heard} how each month after the first compares with what was expected. */
    LevelFilter follow(int first, double[] seen, Surprises heard) {
        for (int i = 0; i < seen.length; i++) {
            if (started) {
                advance();
            }
            if (!Double.isNaN(seen[i])) {
                if (!started) {
                    mean[LEVEL] = seen[i];
                    started = true;
                }
                learn(i, seen[i], SEASON + Months.calendarMonth(first + i), heard);
            }
        }
        return this;
    }

    /** Is told how far a month was from its mean, known to the month before, and how far it was thought to be. */
    @FunctionalInterface
    interface Surprises {
        void add(int index, double surprise, double deviation);
    }

    private void advance() {
        mean[LEVEL] += mean[TREND];
        mean[TREND] *= dynamics.damping();
        double[] level = covariance[LEVEL];
        double[] trend = covariance[TREND];
        for (int j = 0; j < STATES; j++) {
            level[j] += trend[j];
            trend[j] *= dynamics.damping();
        }
        for (int i = 0; i < STATES; i++) {
            covariance[i][LEVEL] += covariance[i][TREND];
            covariance[i][TREND] *= dynamics.damping();
        }
        level[LEVEL] += dynamics.unrest() * dynamics.unrest();
        trend[TREND] += dynamics.bend() * dynamics.bend();
    }

    private void learn(int index, double seen, int season, Surprises heard) {
        double[] with = new double[STATES];
        for (int i = 0; i < STATES; i++) {
            with[i] = covariance[i][LEVEL] + covariance[i][season];
        }
        double variance = with[LEVEL] + with[season] + dynamics.noise() * dynamics.noise();
        double surprise = seen - mean[LEVEL] - mean[season];
        heard.add(index, surprise, Math.sqrt(variance));
        logLikelihood = REMEMBERED * logLikelihood
                - 0.5 * (StrictMath.log(2 * Math.PI * variance) + surprise * surprise / variance);
        for (int i = 0; i < STATES; i++) {
            double gain = with[i] / variance;
            double[] row = covariance[i];
            mean[i] += gain * surprise;
            for (int j = 0; j < STATES; j++) {
                row[j] -= gain * with[j];
            }
        }
    }

    Dynamics dynamics() {
        return dynamics;
    }

    double[] mean() {
        return mean.clone();
    }

    double logLikelihood() {
        return logLikelihood;
    }

    /** A lower triangular root of the covariance (Cholesky); directions without uncertainty get zero. */
    double[][] root() {
        double[][] root = new double[STATES][STATES];
        for (int i = 0; i < STATES; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = covariance[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                if (i == j) {
                    root[i][i] = Math.sqrt(Math.max(sum, 0));
                } else {
                    root[i][j] = root[j][j] > 1e-12 ? sum / root[j][j] : 0;
                }
            }
        }
        return root;
    }
}
