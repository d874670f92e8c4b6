package io.futureos.studio.engines.local.reasoning;

import java.util.ArrayList;
import java.util.List;

/**
 * Bayesian logistic regression: normal priors, the posterior's mode by Newton's method, and around it the normal
 * distribution with the mode's curvature (Laplace's approximation; MacKay, "The evidence framework applied to
 * classification networks", 1992). Few cases leave the weights where the priors put them.
 */
final class LogisticRegression {

    private static final int STEPS = 40;
    private static final int HALVINGS = 20;
    private static final double SETTLED = 1e-9;

    private final double[] means;
    private final double[] precisions;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private final List<Boolean> answers = new ArrayList<>();

    /** A regression on as many columns as there are priors. */
    LogisticRegression(double[] means, double[] deviations) {
        this.means = means.clone();
        this.precisions = new double[means.length];
        for (int i = 0; i < means.length; i++) {
            precisions[i] = 1 / (deviations[i] * deviations[i]);
        }
    }

    /** A case that counts as {@code weight} independent ones. */
    void add(double[] row, boolean answer, double weight) {
        rows.add(row);
        answers.add(answer);
        weights.add(weight);
    }

    Posterior fit() {
        double[] mode = means.clone();
        for (int step = 0; step < STEPS; step++) {
            double[] change = Cholesky.of(curvature(mode)).solve(slope(mode));
            double reached = logPosterior(mode);
            double part = 1;
            double[] next = moved(mode, change, part);
            for (int i = 0; i < HALVINGS && logPosterior(next) < reached; i++) {
                part /= 2;
                next = moved(mode, change, part);
            }
            mode = next;
            if (size(change) * part < SETTLED) {
                break;
            }
        }
        return new Posterior(mode, Cholesky.of(curvature(mode)));
    }

    private static double[] moved(double[] from, double[] change, double part) {
        double[] to = from.clone();
        for (int i = 0; i < to.length; i++) {
            to[i] += part * change[i];
        }
        return to;
    }

    private static double size(double[] change) {
        double size = 0;
        for (double value : change) {
            size = Math.max(size, Math.abs(value));
        }
        return size;
    }

    private double logPosterior(double[] at) {
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            sum -= precisions[i] * (at[i] - means[i]) * (at[i] - means[i]) / 2;
        }
        for (int n = 0; n < rows.size(); n++) {
            sum += weights.get(n)
                    * StrictMath.log(LogOdds.probability((answers.get(n) ? 1 : -1) * dot(rows.get(n), at)));
        }
        return sum;
    }

    private double[] slope(double[] at) {
        double[] slope = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            slope[i] = precisions[i] * (means[i] - at[i]);
        }
        for (int n = 0; n < rows.size(); n++) {
            double missed = (answers.get(n) ? 1 : 0) - LogOdds.probability(dot(rows.get(n), at));
            for (int i = 0; i < at.length; i++) {
                slope[i] += weights.get(n) * missed * rows.get(n)[i];
            }
        }
        return slope;
    }

    private double[][] curvature(double[] at) {
        double[][] curvature = new double[at.length][at.length];
        for (int n = 0; n < rows.size(); n++) {
            double[] row = rows.get(n);
            double p = LogOdds.probability(dot(row, at));
            double weight = weights.get(n) * p * (1 - p);
            for (int i = 0; i < at.length; i++) {
                for (int j = 0; j <= i; j++) {
                    curvature[i][j] += weight * row[i] * row[j];
                }
            }
        }
        for (int i = 0; i < at.length; i++) {
            curvature[i][i] += precisions[i];
        }
        return curvature;
    }

    private static double dot(double[] row, double[] weights) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * weights[i];
        }
        return sum;
    }

    /** What the cases say about the weights. */
    static final class Posterior {
        private final double[] mode;
        private final Cholesky curvature;

        private Posterior(double[] mode, Cholesky curvature) {
            this.mode = mode;
            this.curvature = curvature;
        }

        double[] weights() {
            return mode.clone();
        }

        double weight(int column) {
            return mode[column];
        }

        /** By how much not knowing the weights draws the log-odds of a case towards 0: a factor from 0 to 1. */
        double caution(double[] row) {
            double[] solved = curvature.solve(row);
            return 1 / Math.sqrt(1 + Math.PI / 8 * Math.max(0, dot(row, solved)));
        }

        double logOdds(double[] row) {
            return dot(row, mode);
        }
    }
}
