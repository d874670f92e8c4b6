package io.futureos.studio.engines.local.simulation;

import static io.futureos.studio.engines.local.simulation.LevelFilter.LEVEL;
import static io.futureos.studio.engines.local.simulation.LevelFilter.LEVEL_PRIOR;
import static io.futureos.studio.engines.local.simulation.LevelFilter.SEASON;
import static io.futureos.studio.engines.local.simulation.LevelFilter.SEASON_PRIOR;
import static io.futureos.studio.engines.local.simulation.LevelFilter.STATES;
import static io.futureos.studio.engines.local.simulation.LevelFilter.TREND;
import static io.futureos.studio.engines.local.simulation.LevelFilter.TREND_PRIOR;

/**
 * How sure a {@link LevelFilter} is of its states: the half of a Kalman filter that is the same whatever was seen, and nearly
 * all of its work.
 */
final class Uncertainty {

    private final Dynamics dynamics;
    private final double[][] covariance = new double[STATES][STATES];
    private final double[] gain = new double[STATES];
    private double variance;
    private double logScale;

    /** Before the first month. */
    Uncertainty(Dynamics dynamics) {
        this.dynamics = dynamics;
        covariance[LEVEL][LEVEL] = LEVEL_PRIOR * LEVEL_PRIOR;
        covariance[TREND][TREND] = TREND_PRIOR * TREND_PRIOR;
        for (int month = 0; month < 12; month++) {
            covariance[SEASON + month][SEASON + month] = SEASON_PRIOR * SEASON_PRIOR;
        }
    }

    Dynamics dynamics() {
        return dynamics;
    }

    /** A month passes. */
    void advance() {
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

    /** The month becomes known, whose season is this state. */
    void learn(int season) {
        double[] with = new double[STATES];
        for (int i = 0; i < STATES; i++) {
            with[i] = covariance[i][LEVEL] + covariance[i][season];
        }
        variance = with[LEVEL] + with[season] + dynamics.noise() * dynamics.noise();
        logScale = StrictMath.log(2 * Math.PI * variance);
        for (int i = 0; i < STATES; i++) {
            double own = with[i] / variance;
            double[] row = covariance[i];
            for (int j = 0; j < STATES; j++) {
                row[j] -= own * with[j];
            }
            gain[i] = own;
        }
    }

    /** How far the last known month was thought to be from its mean, before it was. */
    double deviation() {
        return Math.sqrt(variance);
    }

    /** How much a state moves for each unit by which the last known month surprises. */
    double gain(int state) {
        return gain[state];
    }

    /** The negative logarithm of how likely it was that the last known month surprises so. */
    double surprisal(double surprise) {
        return 0.5 * (logScale + surprise * surprise / variance);
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
