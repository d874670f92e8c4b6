package io.futureos.studio.engines.local.ensemble;

import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Scale;

/**
 * A straight line with seasons on the scale (for a share: a logistic curve), whose slope fades as its best past did, and
 * first-order autoregressive residuals around it. How fast the past is forgotten, how far months are shrunk and how fast
 * the slope fades is what would have forecast the last two years of the history at hand best.
 */
final class SeasonalTrendModel implements StatisticalModel {

    private static final double[] HALF_LIVES = {9, 18, 36};
    private static final double[] SHRINKAGES = {2, 10};
    private static final double[] FADINGS = {1, 0.96, 0.88};
    private static final Shape CAUTIOUS = new Shape(18, 10, 0.96);
    private static final int LEAST_TO_CHOOSE = 30;
    private static final int TRIALS = 8;
    private static final int TRIAL_STEP = 3;
    private static final int TRIAL_HORIZON = 12;

    private record Shape(double halfLife, double shrinkage, double fading) {}

    @Override
    public String name() {
        return "seasonal logistic trend";
    }

    @Override
    public String method() {
        return "a fading trend with month effects and autocorrelated residuals, by discounted least squares";
    }

    @Override
    public double[][] paths(MonthlySeries history, Scale scale, int horizon, int count, Draws draws) {
        double[] scaled = scale.forward(history);
        Shape shape = history.known() < LEAST_TO_CHOOSE ? CAUTIOUS : bestShape(scaled, history.first());
        SeasonalRegression fit =
                SeasonalRegression.fit(scaled, scaled.length, history.first(), shape.halfLife, shape.shrinkage);
        Residuals residuals = Residuals.of(scaled, history.first(), fit, shape.halfLife);
        double[][] paths = new double[count][horizon];
        for (double[] path : paths) {
            fill(path, fit, shape, residuals, scale, draws);
        }
        return paths;
    }

    /**
     * One path. Forgetting the past at a rate means that the coefficients wander: each month they move by an error as large
     * as what forgetting takes from our knowledge of them (West and Harrison's discount models, 1997, 6.3).
     */
    private static void fill(
            double[] path, SeasonalRegression fit, Shape shape, Residuals residuals, Scale scale, Draws draws) {
        double factor = draws.deviationFactor(residuals.freedom());
        double deviation = factor * residuals.coefficientDeviation();
        double wandering = deviation * Math.sqrt(StrictMath.pow(2, 1 / shape.halfLife) - 1);
        double[] coefficients = fit.solution().coefficients();
        add(coefficients, fit.solution().error(deviation, draws));
        double residual = residuals.last();
        double fading = 1;
        double drift = 0;
        for (int h = 0; h < path.length; h++) {
            double[] moved = fit.solution().error(wandering, draws);
            add(coefficients, moved);
            fading *= shape.fading;
            drift += fading * coefficients[1] / 12;
            residual = residuals.correlation() * residual + factor * residuals.innovation() * draws.normal();
            double expected = SeasonalRegression.value(coefficients, fit.lastMonth() + 1 + h, 0) + drift;
            path[h] = scale.back(expected + residual);
        }
    }

    private static void add(double[] coefficients, double[] moved) {
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] += moved[i];
        }
    }

    private static Shape bestShape(double[] scaled, int firstMonth) {
        Shape best = CAUTIOUS;
        double least = Double.POSITIVE_INFINITY;
        for (double halfLife : HALF_LIVES) {
            for (double shrinkage : SHRINKAGES) {
                double[] errors = pastErrors(scaled, firstMonth, halfLife, shrinkage);
                for (int f = 0; f < FADINGS.length; f++) {
                    if (errors[f] < least) {
                        least = errors[f];
                        best = new Shape(halfLife, shrinkage, FADINGS[f]);
                    }
                }
            }
        }
        return best;
    }

    /** Mean absolute errors of forecasts from the last two years, by fading. */
    private static double[] pastErrors(double[] scaled, int firstMonth, double halfLife, double shrinkage) {
        double[] sums = new double[FADINGS.length];
        int cases = 0;
        for (int trial = 1; trial <= TRIALS; trial++) {
            int length = scaled.length - trial * TRIAL_STEP;
            if (length < 12) {
                break;
            }
            SeasonalRegression fit = SeasonalRegression.fit(scaled, length, firstMonth, halfLife, shrinkage);
            double[] steps = new double[FADINGS.length];
            double[] power = {1, 1, 1};
            for (int h = 0; h < TRIAL_HORIZON && length + h < scaled.length; h++) {
                boolean known = !Double.isNaN(scaled[length + h]);
                cases += known ? 1 : 0;
                for (int f = 0; f < FADINGS.length; f++) {
                    power[f] *= FADINGS[f];
                    steps[f] += power[f];
                    sums[f] +=
                            known ? Math.abs(scaled[length + h] - fit.predict(firstMonth + length + h, steps[f])) : 0;
                }
            }
        }
        for (int f = 0; f < sums.length; f++) {
            sums[f] = cases == 0 ? Double.POSITIVE_INFINITY : sums[f] / cases;
        }
        return sums;
    }

    /**
     * What the regression leaves over.
     *
     * @param innovation standard deviation of what is new each month
     * @param coefficientDeviation the same for drawing coefficients, larger because neighbours say similar things
     */
    private record Residuals(
            double last, double correlation, double innovation, double coefficientDeviation, double freedom) {

        static Residuals of(double[] scaled, int firstMonth, SeasonalRegression fit, double halfLife) {
            double decay = StrictMath.pow(0.5, 1 / halfLife);
            double weight = 1;
            double observations = 0;
            double squares = 0;
            double products = 0;
            double pairs = 0;
            double later = Double.NaN;
            double last = Double.NaN;
            for (int i = scaled.length - 1; i >= 0; i--, weight *= decay) {
                double residual = scaled[i] - fit.fitted(firstMonth + i);
                if (!Double.isNaN(residual)) {
                    observations += weight;
                    squares += weight * residual * residual;
                    last = Double.isNaN(last) ? residual : last;
                    if (!Double.isNaN(later)) {
                        products += weight * residual * later;
                        pairs += weight;
                    }
                }
                later = residual;
            }
            double freedom = Math.max(3, observations - fit.solution().effectiveCoefficients());
            double variance = Math.max(Scale.FLOOR * Scale.FLOOR, squares / freedom);
            double plain = pairs == 0 || squares == 0 ? 0 : products / pairs / (squares / observations);
            // Two observations' worth of "no correlation": a few months say little about it.
            double correlation = Math.max(0, Math.min(0.9, plain * pairs / (pairs + 2)));
            double innovation = Math.sqrt(variance * (1 - correlation * correlation));
            double inflated = Math.sqrt(variance * (1 + correlation) / (1 - correlation));
            return new Residuals(last, correlation, innovation, inflated, freedom);
        }
    }
}
