package io.futureos.studio.engines.local.models;

import io.futureos.studio.engines.local.random.CounterRandom;
import io.futureos.studio.engines.local.series.RuleOfSuccession;

/** A stream of random numbers that depends on nothing but what it is named after. Used by one thread. */
public final class Draws {

    private final CounterRandom random;
    private long drawn;
    private double spare = Double.NaN;

    private Draws(CounterRandom random) {
        this.random = random;
    }

    /** The stream of one member at one origin: equal whatever else is computed before or after. */
    public static Draws of(long seed, String member, int origin) {
        return new Draws(new CounterRandom(seed).branch(member.hashCode()).branch(origin));
    }

    int below(int bound) {
        return random.below(drawn++, bound);
    }

    boolean coin() {
        return below(2) == 0;
    }

    /** A standard normal number (Marsaglia and Bray's polar method, 1964). */
    double normal() {
        if (!Double.isNaN(spare)) {
            double value = spare;
            spare = Double.NaN;
            return value;
        }
        while (true) {
            double u = 2 * random.uniform(drawn++) - 1;
            double v = 2 * random.uniform(drawn++) - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                double factor = Math.sqrt(-2 * StrictMath.log(s) / s);
                spare = v * factor;
                return u * factor;
            }
        }
    }

    /** How many months more a trend lasts that has lasted {@code months}, by the {@link RuleOfSuccession}. */
    int trendLasts(int months) {
        return RuleOfSuccession.monthsMore(months, random.uniform(drawn++));
    }

    /**
     * The factor by which a standard deviation estimated with {@code freedom} degrees of freedom may be wrong: the root of
     * freedom over chi-square, the latter by Wilson and Hilferty's cube (1931).
     */
    double deviationFactor(double freedom) {
        double spread = 2 / (9 * freedom);
        double cube = Math.max(0.3, 1 - spread + Math.sqrt(spread) * normal());
        return 1 / Math.sqrt(cube * cube * cube);
    }
}
