package io.futureos.studio.bench.forecast;

import io.futureos.studio.engines.local.random.CounterRandom;
import java.util.function.IntToDoubleFunction;

/**
 * Processes that make series of which all is known, also what comes. Each series draws its own parameters, level, season,
 * noise and length, from ranges wide enough for what monthly figures look like; no model of the engines is among them as it
 * is. Shares are made on the scale of log-odds, counts on that of logarithms.
 */
enum Truth {
    /** Spreads to everybody along a logistic curve, with noise that lasts for some months. */
    LOGISTIC_GROWTH("share: logistic growth", true) {
        @Override
        double[] scale(Draw draw, int months) {
            double start = draw.between(-5, 0);
            double slope = draw.between(0.01, 0.06);
            double[] noise = autoregressive(draw, months, draw.between(0, 0.7), draw.between(0.05, 0.2));
            return path(months, t -> start + slope * t + noise[t]);
        }
    },
    /** Spreads quickly, then ever more slowly, to a bound below everybody. */
    GOMPERTZ_GROWTH("share: Gompertz growth", true) {
        @Override
        double[] scale(Draw draw, int months) {
            double bound = draw.between(0.3, 0.95);
            double displacement = draw.between(2, 5);
            double rate = draw.between(0.01, 0.05);
            double[] noise = autoregressive(draw, months, draw.between(0, 0.5), draw.between(0.05, 0.2));
            return path(months, t -> {
                double share = bound * StrictMath.exp(-displacement * StrictMath.exp(-rate * t));
                return StrictMath.log(share / (1 - share)) + noise[t];
            });
        }
    },
    /** Goes where it is driven. */
    WANDERING_SHARE("share: random walk with drift", true) {
        @Override
        double[] scale(Draw draw, int months) {
            double[] walk = walk(draw, months, draw.between(-0.01, 0.02), draw.between(0.03, 0.12));
            double start = draw.between(-3, 1);
            double noise = draw.between(0, 0.1);
            return path(months, t -> start + walk[t] + noise * draw.normal());
        }
    },
    /** Comes back to where it was. */
    STEADY_SHARE("share: around a fixed level", true) {
        @Override
        double[] scale(Draw draw, int months) {
            double level = draw.between(-3, 2);
            double[] noise = autoregressive(draw, months, draw.between(0.3, 0.9), draw.between(0.05, 0.2));
            return path(months, t -> level + noise[t]);
        }
    },
    /** Grows at a constant rate, counted with more than Poisson's chance. */
    GROWING_COUNT("count: growth, over-dispersed", false) {
        @Override
        double[] scale(Draw draw, int months) {
            double start = draw.between(4, 9);
            double slope = draw.between(-0.005, 0.012);
            double noise = draw.between(0.03, 0.15);
            return path(months, t -> start + slope * t + noise * draw.normal());
        }
    },
    /** Level and slope both wander (Harvey, 1989). */
    STRUCTURAL_COUNT("count: wandering level and slope", false) {
        @Override
        double[] scale(Draw draw, int months) {
            double[] slope = walk(draw, months, 0, draw.between(0.0005, 0.003));
            double[] level = walk(draw, months, 0, draw.between(0.01, 0.05));
            double start = draw.between(5, 10);
            double noise = draw.between(0.01, 0.08);
            double[] path = new double[months];
            double risen = 0;
            for (int t = 0; t < months; t++) {
                risen += slope[t];
                path[t] = start + risen + level[t] + noise * draw.normal();
            }
            return path;
        }
    },
    /** A wandering level whose noise now and then is a large surprise. */
    SURPRISING_COUNT("count: surprises (Student's t)", false) {
        @Override
        double[] scale(Draw draw, int months) {
            double[] level = walk(draw, months, 0, draw.between(0.01, 0.06));
            double start = draw.between(5, 9);
            double noise = draw.between(0.03, 0.1);
            return path(months, t -> start + level[t] + noise * draw.student());
        }
    },
    /** Falls or rises once for good, somewhere in the first three quarters. */
    BROKEN_COUNT("count: a break in the level", false) {
        @Override
        double[] scale(Draw draw, int months) {
            double start = draw.between(5, 9);
            double step = draw.between(-0.6, 0.6);
            int when = (int) draw.between(12, 0.75 * months);
            double[] noise = autoregressive(draw, months, draw.between(0, 0.6), draw.between(0.03, 0.12));
            return path(months, t -> start + (t < when ? 0 : step) + noise[t]);
        }
    };

    private static final int YEAR = 12;
    private static final int SHORTEST = 60;
    private static final int LONGEST = 180;

    private final String label;
    private final boolean share;

    Truth(String label, boolean share) {
        this.label = label;
        this.share = share;
    }

    String label() {
        return label;
    }

    /** Without season and rounding. */
    abstract double[] scale(Draw draw, int months);

    /** The series of that number: history, and after it the year that is to be forecast. */
    double[] series(long seed, int number) {
        Draw draw = new Draw(new CounterRandom(seed).branch(name().hashCode()).branch(number));
        int months = SHORTEST + (int) draw.between(0, LONGEST - SHORTEST + 1) + Pipeline.HORIZON;
        double[] season = season(draw);
        double[] values = scale(draw, months);
        double observed = draw.between(500, 20_000);
        for (int t = 0; t < months; t++) {
            double scaled = values[t] + season[t % YEAR];
            values[t] = share ? share(draw, scaled, observed) : Math.max(0, Math.rint(count(draw, scaled)));
        }
        return values;
    }

    /** A share of about {@code observed} cases, and never quite 0 or 1 as more than all and less than none can't be. */
    private static double share(Draw draw, double scaled, double observed) {
        double share = 1 / (1 + StrictMath.exp(-scaled));
        double counted = share + Math.sqrt(share * (1 - share) / observed) * draw.normal();
        return Math.min(1, Math.max(0, Math.rint(counted * 100_000) / 100_000));
    }

    private static double count(Draw draw, double scaled) {
        double mean = StrictMath.exp(scaled);
        return mean + Math.sqrt(mean) * draw.normal();
    }

    /** Differs by month in one series of two, by much in some. */
    private static double[] season(Draw draw) {
        double size = draw.between(-0.4, 0.4);
        double[] season = new double[YEAR];
        for (int month = 0; month < YEAR; month++) {
            season[month] = Math.max(0, size) * draw.normal();
        }
        return season;
    }

    private static double[] walk(Draw draw, int months, double drift, double deviation) {
        double[] walk = new double[months];
        for (int t = 1; t < months; t++) {
            walk[t] = walk[t - 1] + drift + deviation * draw.normal();
        }
        return walk;
    }

    private static double[] autoregressive(Draw draw, int months, double memory, double deviation) {
        double[] noise = new double[months];
        noise[0] = deviation / Math.sqrt(1 - memory * memory) * draw.normal();
        for (int t = 1; t < months; t++) {
            noise[t] = memory * noise[t - 1] + deviation * draw.normal();
        }
        return noise;
    }

    private static double[] path(int months, IntToDoubleFunction at) {
        double[] path = new double[months];
        for (int t = 0; t < months; t++) {
            path[t] = at.applyAsDouble(t);
        }
        return path;
    }

    /** Numbers by chance, one after the other. */
    static final class Draw {

        private static final int FREEDOM = 4;

        private final CounterRandom random;
        private long drawn;

        Draw(CounterRandom random) {
            this.random = random;
        }

        double between(double low, double high) {
            return low + (high - low) * random.branch(0).uniform(drawn++);
        }

        double normal() {
            return random.branch(1).normal(drawn++);
        }

        double student() {
            return random.branch(2).student(drawn++, FREEDOM);
        }
    }
}
