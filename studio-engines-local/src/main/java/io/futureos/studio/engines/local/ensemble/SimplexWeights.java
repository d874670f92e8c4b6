package io.futureos.studio.engines.local.ensemble;

import java.util.Arrays;

/**
 * The weights of a linear pool that minimise its mean CRPS. For weights w that score is a'w - w'Bw / 2 with a the mean
 * distances of the members from the outcomes and B those between members (Gneiting and Raftery, 2007): a convex quadratic
 * on the simplex, since CRPS is an energy score. A penalty on the distance from equal weights stands for what is not
 * known after a few forecasts.
 */
final class SimplexWeights {

    private static final int STEPS = 2000;
    private static final double NEGLIGIBLE = 0.005;

    private SimplexWeights() {}

    static double[] minimising(double[] a, double[][] b, double penalty) {
        int n = a.length;
        double equal = 1.0 / n;
        double steepest = 2 * penalty;
        for (double[] row : b) {
            steepest = Math.max(steepest, 2 * penalty + Arrays.stream(row).sum());
        }
        double[] weights = new double[n];
        Arrays.fill(weights, equal);
        if (steepest <= 0) {
            return weights;
        }
        double[] stepped = new double[n];
        for (int step = 0; step < STEPS; step++) {
            for (int i = 0; i < n; i++) {
                double gradient = a[i] + 2 * penalty * (weights[i] - equal);
                for (int j = 0; j < n; j++) {
                    gradient -= b[i][j] * weights[j];
                }
                stepped[i] = weights[i] - gradient / steepest;
            }
            weights = projected(stepped);
        }
        return withoutNegligible(weights);
    }

    /** The nearest point of the simplex (Held, Wolfe and Crowder, 1974). */
    static double[] projected(double[] point) {
        double[] sorted = point.clone();
        Arrays.sort(sorted);
        double sum = 0;
        double threshold = 0;
        for (int k = 1; k <= sorted.length; k++) {
            double value = sorted[sorted.length - k];
            sum += value;
            double candidate = (sum - 1) / k;
            threshold = value > candidate ? candidate : threshold;
        }
        double[] projected = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            projected[i] = Math.max(0, point[i] - threshold);
        }
        return projected;
    }

    private static double[] withoutNegligible(double[] weights) {
        double kept = 0;
        for (double weight : weights) {
            kept += weight < NEGLIGIBLE ? 0 : weight;
        }
        double[] cleaned = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            cleaned[i] = weights[i] < NEGLIGIBLE ? 0 : weights[i] / kept;
        }
        return cleaned;
    }
}
