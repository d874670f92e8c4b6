package io.futureos.studio.engines.local.population;

import java.util.Arrays;
import java.util.List;

/** Iterative proportional fitting: meets one constraint after the other until all are met at once. */
final class ProportionalFitting {

    /** A constraint counts as met within this share of the households. */
    static final double TOLERANCE = 1e-6;

    /** Sweeps go on to here, so that the tolerance is kept with a margin. */
    private static final double AIM = 1e-9;

    private static final int MAX_SWEEPS = 1_000;

    private final List<? extends Constraint> constraints;
    private final double[] weights;

    private ProportionalFitting(List<? extends Constraint> constraints, double[] weights) {
        this.constraints = constraints;
        this.weights = weights;
    }

    /**
     * The cells nearest to {@code start} (in relative entropy) that meet the constraints, or as near to them as sweeps get.
     *
     * @param start is overwritten
     */
    static Fitted fit(double[] start, List<? extends Constraint> constraints) {
        return new ProportionalFitting(constraints, start).fit();
    }

    /** Fits from a uniform start: what the margins don't say is left independent. */
    static Fitted fit(int cells, List<? extends Constraint> constraints) {
        double[] uniform = new double[cells];
        Arrays.fill(uniform, 1.0 / cells);
        return fit(uniform, constraints);
    }

    private Fitted fit() {
        int sweeps = 0;
        double missed = Double.POSITIVE_INFINITY;
        double checkpoint = Double.POSITIVE_INFINITY;
        while (missed > AIM && sweeps < MAX_SWEEPS) {
            missed = sweep();
            sweeps++;
            if (sweeps % 100 == 0) {
                if (missed > TOLERANCE && missed > 0.9 * checkpoint) {
                    break;
                }
                checkpoint = missed;
            }
        }
        return new Fitted(weights, sweeps, gaps(constraints, weights));
    }

    /** Meets one constraint after the other, and says by how much the worst of them was missed before its turn. */
    private double sweep() {
        double missed = 0;
        for (Constraint constraint : constraints) {
            double[] sums = constraint.projection().sums(weights);
            missed = Math.max(missed, constraint.gap(sums));
            double[] factors = new double[sums.length];
            constraint.factors(sums, factors);
            constraint.projection().scale(weights, factors);
        }
        return missed;
    }

    /** By constraint, how far it is from being met. */
    static double[] gaps(List<? extends Constraint> constraints, double[] weights) {
        return constraints.stream()
                .mapToDouble(
                        constraint -> constraint.gap(constraint.projection().sums(weights)))
                .toArray();
    }

    private static double worst(double[] gaps) {
        return Arrays.stream(gaps).max().orElse(0);
    }

    /**
     * What came of the sweeps.
     *
     * @param weights the cells' shares of the households
     * @param gaps by constraint, how far it is from being met
     */
    @SuppressWarnings("ArrayRecordComponent") // Bulk figures, handed on and never compared.
    record Fitted(double[] weights, int sweeps, double[] gaps) {

        double worst() {
            return ProportionalFitting.worst(gaps);
        }

        boolean converged() {
            return worst() <= TOLERANCE;
        }
    }
}
