package io.futureos.studio.engines.local.ensemble;

import java.util.Arrays;
import java.util.List;

/** Pools samples: each member gives as many values or paths as its weight says, chosen without chance. */
final class LinearPool {

    private LinearPool() {}

    /** Whole numbers in proportion to the weights that add up to {@code total}, by largest remainders. */
    static int[] counts(double[] weights, int total) {
        int[] counts = new int[weights.length];
        double[] remainders = new double[weights.length];
        int left = total;
        for (int i = 0; i < weights.length; i++) {
            counts[i] = (int) Math.floor(weights[i] * total);
            remainders[i] = weights[i] * total - counts[i];
            left -= counts[i];
        }
        for (; left > 0; left--) {
            int largest = 0;
            for (int i = 1; i < weights.length; i++) {
                largest = remainders[i] > remainders[largest] ? i : largest;
            }
            counts[largest]++;
            remainders[largest] = -1;
        }
        return counts;
    }

    /** {@code total} values of a single month, sorted; each member's are its quantiles. */
    static double[] month(PastCase past, double[] weights, int total) {
        int[] counts = counts(weights, total);
        double[] pooled = new double[total];
        int place = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                Quantile.representatives(past.sample(i), counts[i], pooled, place);
                place += counts[i];
            }
        }
        Arrays.sort(pooled);
        return pooled;
    }

    /** {@code total} paths, evenly spread over each member's. */
    static double[][] paths(List<double[][]> members, double[] weights, int total) {
        int[] counts = counts(weights, total);
        double[][] pooled = new double[total][];
        int place = 0;
        for (int i = 0; i < counts.length; i++) {
            double[][] paths = members.get(i);
            for (int j = 0; j < counts[i]; j++) {
                pooled[place++] = paths[(int) ((long) j * paths.length / counts[i])].clone();
            }
        }
        return pooled;
    }
}
