package io.futureos.studio.engines.local.models;

import java.util.Arrays;

/**
 * Weighted ridge regression by the Cholesky factor of its normal equations, in a fixed order of operations. The ridge is
 * a normal prior of the coefficients about 0, whose precision is in units of one observation.
 */
final class NormalEquations {

    private final double[][] moments;
    private final double[] response;
    private final double[] ridge;
    private double squares;
    private double observations;

    /** A regression on {@code ridge.length} columns; the ridge is in units of one fully weighted observation. */
    NormalEquations(double[] ridge) {
        this.moments = new double[ridge.length][ridge.length];
        this.response = new double[ridge.length];
        this.ridge = ridge.clone();
    }

    void add(double[] row, double value, double weight) {
        observations += weight;
        squares += weight * value * value;
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                double weighted = weight * row[i];
                response[i] += weighted * value;
                for (int j = 0; j <= i; j++) {
                    moments[i][j] += weighted * row[j];
                }
            }
        }
    }

    Solution solve() {
        int n = ridge.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = moments[i][j] + (i == j ? ridge[i] : 0);
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[j][j];
            }
        }
        double[] explained = forward(lower, response);
        double left = squares;
        for (double part : explained) {
            left -= part * part;
        }
        return new Solution(lower, backward(lower, explained), ridge, Math.max(0, left), observations);
    }

    private static double[] forward(double[][] lower, double[] right) {
        double[] x = right.clone();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    private static double[] backward(double[][] lower, double[] right) {
        double[] x = right.clone();
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    /** The estimated coefficients and how well they are known. */
    static final class Solution {
        private final double[][] lower;
        private final double[] coefficients;
        private final double[] ridge;
        private final double squares;
        private final double observations;

        private Solution(double[][] lower, double[] coefficients, double[] ridge, double squares, double observations) {
            this.lower = lower;
            this.coefficients = coefficients;
            this.ridge = ridge;
            this.squares = squares;
            this.observations = observations;
        }

        double coefficient(int column) {
            return coefficients[column];
        }

        /** What coefficients might be off by, given residuals of that standard deviation. */
        double[] error(double deviation, Draws draws) {
            double[] noise = new double[coefficients.length];
            Arrays.setAll(noise, i -> deviation * draws.normal());
            return backward(lower, noise);
        }

        double[] coefficients() {
            return coefficients.clone();
        }

        /**
         * What the observations say of the residuals and of the regression as a whole (conjugate Bayesian regression; Zellner,
         * 1971, 3.2).
         *
         * @param priorVariance of the residuals, worth one observation
         */
        Evidence evidence(double priorVariance) {
            double freedom = observations + 1;
            double total = squares + priorVariance;
            double logLikelihood = -freedom / 2 * StrictMath.log(total);
            for (int i = 0; i < ridge.length; i++) {
                logLikelihood -= StrictMath.log(lower[i][i]) - StrictMath.log(ridge[i]) / 2;
            }
            return new Evidence(logLikelihood, Math.sqrt(total / freedom), freedom);
        }
    }

    /**
     * How likely the observations were before any was seen, and what they say of the residuals.
     *
     * @param logLikelihood marginal, up to what is the same for all regressions on as many observations
     * @param deviation the standard deviation of the residuals
     * @param freedom how many observations it is known by
     */
    record Evidence(double logLikelihood, double deviation, double freedom) {}
}
