package io.futureos.studio.engines.local.ensemble;

import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Scale;

/**
 * Damped-trend exponential smoothing (Gardner and McKenzie, 1985) of the seasonally adjusted series on the scale; the
 * smoothing constants have the least squared one-month errors on a grid, and paths draw their surprises from the past
 * ones.
 */
final class DampedTrendModel implements StatisticalModel {

    private static final double[] LEVELS = {0.1, 0.2, 0.3, 0.45, 0.6, 0.8};
    private static final double[] TRENDS = {0, 0.02, 0.05, 0.1, 0.2};
    private static final double[] DAMPINGS = {0.8, 0.9, 0.95, 0.98};
    private static final double HALF_LIFE = 36;
    private static final double SHRINKAGE = 5;
    private static final int START = 12;

    @Override
    public String name() {
        return "damped-trend smoothing";
    }

    @Override
    public String method() {
        return "exponential smoothing of level and slope, the slope dying away, after taking out month effects";
    }

    @Override
    public double[][] paths(MonthlySeries history, Scale scale, int horizon, int count, Draws draws) {
        double[] scaled = scale.forward(history);
        SeasonalRegression seasons =
                SeasonalRegression.fit(scaled, scaled.length, history.first(), HALF_LIFE, SHRINKAGE);
        double[] adjusted = new double[scaled.length];
        for (int i = 0; i < scaled.length; i++) {
            adjusted[i] = scaled[i] - seasons.monthEffect(history.first() + i);
        }
        Smoothing smoothing = best(adjusted);
        double[] surprises = smoothing.surprises(history.known());
        double[][] paths = new double[count][horizon];
        for (double[] path : paths) {
            double level = smoothing.level;
            double slope = smoothing.slope;
            for (int h = 0; h < horizon; h++) {
                double surprise = surprises[draws.below(surprises.length)] + Scale.FLOOR * draws.normal();
                double expected = level + smoothing.damping * slope;
                path[h] = scale.back(expected + surprise + seasons.monthEffect(history.last() + 1 + h));
                level = expected + smoothing.alpha * surprise;
                slope = smoothing.damping * slope + smoothing.beta * surprise;
            }
        }
        return paths;
    }

    private static Smoothing best(double[] adjusted) {
        Smoothing best = null;
        for (double alpha : LEVELS) {
            for (double beta : TRENDS) {
                for (double damping : DAMPINGS) {
                    Smoothing tried = new Smoothing(alpha, beta, damping, adjusted);
                    best = best == null || tried.squares < best.squares ? tried : best;
                }
            }
        }
        return java.util.Objects.requireNonNull(best);
    }

    /** One pass over the series with fixed constants. */
    private static final class Smoothing {
        final double alpha;
        final double beta;
        final double damping;
        final double squares;
        private final double[] errors;
        private int count;
        private double level;
        private double slope;

        Smoothing(double alpha, double beta, double damping, double[] values) {
            this.alpha = alpha;
            this.beta = beta;
            this.damping = damping;
            this.errors = new double[values.length];
            begin(values);
            double sum = 0;
            for (double value : values) {
                double expected = level + damping * slope;
                double error = Double.isNaN(value) ? 0 : value - expected;
                if (!Double.isNaN(value)) {
                    errors[count++] = error;
                    sum += error * error;
                }
                level = expected + alpha * error;
                slope = damping * slope + beta * error;
            }
            this.squares = sum;
        }

        private void begin(double[] values) {
            double sum = 0;
            double first = Double.NaN;
            double last = Double.NaN;
            int known = 0;
            for (int i = 0; i < Math.min(START, values.length); i++) {
                if (!Double.isNaN(values[i])) {
                    sum += values[i];
                    known++;
                    first = Double.isNaN(first) ? values[i] : first;
                    last = values[i];
                }
            }
            slope = known < 2 ? 0 : (last - first) / START;
            level = known == 0 ? 0 : sum / known - slope * known / 2;
        }

        /** Past errors about their mean, widened for the constants that were fitted to them. */
        double[] surprises(int known) {
            double mean = 0;
            for (int i = 0; i < count; i++) {
                mean += errors[i] / count;
            }
            double widening = Math.sqrt(known / Math.max(1.0, known - 4.0));
            double[] surprises = new double[Math.max(1, count)];
            for (int i = 0; i < count; i++) {
                surprises[i] = (errors[i] - mean) * widening;
            }
            return surprises;
        }
    }
}
