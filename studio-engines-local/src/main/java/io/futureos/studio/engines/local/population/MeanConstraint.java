package io.futureos.studio.engines.local.population;

/**
 * In each group the mean of a level must be a given number, for example the mean number of cars in each income decile.
 *
 * <p>The step is an exponential tilt: in group {@code g} the cells of level {@code x} are multiplied by {@code exp(l_g x)}
 * and scaled so that the group keeps its size, with {@code l_g} chosen so that the mean is met. That is the projection of
 * least relative entropy on this constraint (Csiszár, "I-divergence geometry", 1975), so it may take turns with the steps
 * of iterative proportional fitting, and the turns converge where all constraints can be met together.
 *
 * @param levels by category of the dimension whose mean is meant
 * @param means by group
 * @param projection onto {@code group * levels.length + category}
 */
@SuppressWarnings("ArrayRecordComponent") // Bulk figures, handed on and never compared.
record MeanConstraint(String name, double[] levels, double[] means, Projection projection) implements Constraint {

    private static final double STEEPEST = 200;

    /**
     * The means that follow the shape of {@code profile}: {@code m_g = mean * v_g / sum_h(s_h v_h)}, with {@code v} the
     * profile and {@code s} the groups' shares. So {@code sum_g(s_g m_g) = mean}: the whole keeps the mean that the margins
     * give it, and the groups differ in the profile's proportions.
     *
     * @param spread how much of the groups' difference from the mean to keep, from 0 to 1
     */
    static double[] scaled(double[] profile, double[] groupShares, double mean, double spread) {
        double average = 0;
        for (int g = 0; g < profile.length; g++) {
            average += groupShares[g] * profile[g];
        }
        double[] means = new double[profile.length];
        for (int g = 0; g < profile.length; g++) {
            double proportional = average > 0 ? mean * profile[g] / average : mean;
            means[g] = mean + spread * (proportional - mean);
        }
        return means;
    }

    @Override
    public void factors(double[] sums, double[] factors) {
        for (int g = 0; g < means.length; g++) {
            double tilt = tilt(sums, g);
            double before = 0;
            double after = 0;
            for (int c = 0; c < levels.length; c++) {
                factors[g * levels.length + c] = StrictMath.exp(tilt * (levels[c] - means[g]) / range());
                before += sums[g * levels.length + c];
                after += sums[g * levels.length + c] * factors[g * levels.length + c];
            }
            for (int c = 0; c < levels.length; c++) {
                factors[g * levels.length + c] *= after > 0 ? before / after : 1;
            }
        }
    }

    /** Bisection: the mean grows with the tilt, and 60 halvings exhaust a double. */
    private double tilt(double[] sums, int group) {
        double low = -STEEPEST;
        double high = STEEPEST;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (excess(sums, group, middle) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Positive if the tilted group's mean is above the wanted one. */
    private double excess(double[] sums, int group, double tilt) {
        double excess = 0;
        for (int c = 0; c < levels.length; c++) {
            double distance = levels[c] - means[group];
            excess += sums[group * levels.length + c] * StrictMath.exp(tilt * distance / range()) * distance;
        }
        return excess;
    }

    /** The share of households that would have to move from the lowest to the highest level to meet the worst group's mean. */
    @Override
    public double gap(double[] sums) {
        double worst = 0;
        for (int g = 0; g < means.length; g++) {
            double off = 0;
            for (int c = 0; c < levels.length; c++) {
                off += sums[g * levels.length + c] * (levels[c] - means[g]);
            }
            worst = Math.max(worst, Math.abs(off) / range());
        }
        return worst;
    }

    private double range() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double level : levels) {
            low = Math.min(low, level);
            high = Math.max(high, level);
        }
        return high > low ? high - low : 1;
    }
}
