package io.futureos.studio.engines.local.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * How restless the common level is, in log-odds a month.
 *
 * @param noise standard deviation of a single month around level and season
 * @param unrest standard deviation of the level's own steps
 * @param bend standard deviation of the changes of the trend
 * @param damping what is left of the trend after a month, at most 1
 */
record Dynamics(double noise, double unrest, double bend, double damping) {

    /**
     * What is thought possible before the history is seen, more or less likely by {@link #logPrior}. Noise is even in its
     * logarithm from half a thousandth, as in shares of millions, to more than two; unrest and bend are shares of it; a trend
     * either goes on or loses half of itself in three years.
     */
    static final List<Dynamics> PRIOR = prior();

    private static final double MEAN_UNREST = 1;
    private static final double MEAN_BEND = 0.05;

    private static List<Dynamics> prior() {
        var points = new ArrayList<Dynamics>();
        double noise = 0.0005;
        for (int step = 0; step < 19; step++) {
            for (double unrest : List.of(0.02, 0.1, 0.25, 0.6, 1.2, 2.5)) {
                for (double bend : List.of(0.002, 0.01, 0.04, 0.15)) {
                    for (double damping : List.of(0.98, 1.0)) {
                        points.add(new Dynamics(noise, noise * unrest, noise * bend, damping));
                    }
                }
            }
            noise *= 1.6;
        }
        return List.copyOf(points);
    }

    /**
     * The logarithm of how likely these were thought before, up to a constant. Unrest and bend are exponential as shares of the
     * noise, so that a level and a trend that keep still are the rule from which the history has to argue (penalised
     * complexity; Simpson and others, 2017).
     */
    double logPrior() {
        return -(unrest / MEAN_UNREST + bend / MEAN_BEND) / noise;
    }
}
