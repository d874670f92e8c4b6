package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engines.local.series.Months;

/**
 * Follows the common level of log-odds through the history: a level that drifts, seasons, and noise.
 *
 * <pre>
 *   seen(t)  = level(t) + season(month of t) + noise,     noise ~ N(0, sigma^2)
 *   level(t) = level(t-1) + trend(t-1) + unrest,           unrest ~ N(0, (ratio sigma)^2)
 *   trend(t) = trend(t-1) + bend,                          bend ~ N(0, BEND^2)
 * </pre>
 *
 * <p>A Kalman filter (1960) in the form of Harvey's structural models (1989), exact for these equations, with proper
 * priors for all that is unknown at the start, so that ten months of history are enough for a wide forecast.
 */
final class LevelFilter {

    static final int LEVEL = 0;
    static final int TREND = 1;
    static final int SEASON = 2;
    static final int STATES = 14;

    /** How much the monthly trend itself may change in a month, in log-odds. */
    static final double BEND = 0.002;

    private static final double LEVEL_PRIOR = 1.5;
    private static final double TREND_PRIOR = 0.05;
    private static final double SEASON_PRIOR = 0.15;

    private final double noise;
    private final double unrest;
    private final double[] mean = new double[STATES];
    private final double[][] covariance = new double[STATES][STATES];
    private boolean started;
    private double logLikelihood;

    LevelFilter(double noise, double ratio) {
        this.noise = noise;
        this.unrest = noise * ratio;
        covariance[LEVEL][LEVEL] = LEVEL_PRIOR * LEVEL_PRIOR;
        covariance[TREND][TREND] = TREND_PRIOR * TREND_PRIOR;
        for (int month = 0; month < 12; month++) {
            covariance[SEASON + month][SEASON + month] = SEASON_PRIOR * SEASON_PRIOR;
        }
    }

    /** Goes through a history of values by month, NaN where one is missing. */
    LevelFilter follow(int first, double[] seen) {
        for (int i = 0; i < seen.length; i++) {
            if (started) {
                advance();
            }
            if (!Double.isNaN(seen[i])) {
                if (!started) {
                    mean[LEVEL] = seen[i];
                    started = true;
                }
                learn(seen[i], SEASON + Months.calendarMonth(first + i));
            }
        }
        return this;
    }

    private void advance() {
        mean[LEVEL] += mean[TREND];
        for (int j = 0; j < STATES; j++) {
            covariance[LEVEL][j] += covariance[TREND][j];
        }
        for (int i = 0; i < STATES; i++) {
            covariance[i][LEVEL] += covariance[i][TREND];
        }
        covariance[LEVEL][LEVEL] += unrest * unrest;
        covariance[TREND][TREND] += BEND * BEND;
    }

    private void learn(double seen, int season) {
        double[] with = new double[STATES];
        for (int i = 0; i < STATES; i++) {
            with[i] = covariance[i][LEVEL] + covariance[i][season];
        }
        double variance = with[LEVEL] + with[season] + noise * noise;
        double surprise = seen - mean[LEVEL] - mean[season];
        logLikelihood -= 0.5 * (StrictMath.log(2 * Math.PI * variance) + surprise * surprise / variance);
        for (int i = 0; i < STATES; i++) {
            mean[i] += with[i] / variance * surprise;
            for (int j = 0; j < STATES; j++) {
                covariance[i][j] -= with[i] * with[j] / variance;
            }
        }
    }

    double noise() {
        return noise;
    }

    double unrest() {
        return unrest;
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
