package io.futureos.studio.engines.local.population;

import java.util.Arrays;

/** What is typical of weights by category. */
final class Categories {

    private Categories() {}

    /** The first category up to which at least this share of the weight lies. */
    static int quantile(double[] weights, double share) {
        double wanted = share * Arrays.stream(weights).sum();
        double sum = 0;
        for (int category = 0; category < weights.length; category++) {
            sum += weights[category];
            if (sum > 0 && sum >= wanted) {
                return category;
            }
        }
        return weights.length - 1;
    }

    /** The category with the largest weight, the first one if several have it. */
    static int mode(double[] weights) {
        int mode = 0;
        for (int category = 1; category < weights.length; category++) {
            mode = weights[category] > weights[mode] ? category : mode;
        }
        return mode;
    }
}
