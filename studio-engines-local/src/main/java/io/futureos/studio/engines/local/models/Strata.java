package io.futureos.studio.engines.local.models;

import java.util.Arrays;

/**
 * Places drawn in proportion to weights, one from the middle of each of {@code count} equal parts: systematic sampling
 * without its random start.
 */
final class Strata {

    private final double[] weights;
    private final double total;
    private final int count;
    private int drawn;
    private int place;
    private double passed;

    /** @param weights none of them negative, and not all 0; they need not add up to one */
    Strata(double[] weights, int count) {
        this.weights = weights;
        this.total = Arrays.stream(weights).sum();
        this.count = count;
        this.passed = weights[0];
    }

    int next() {
        double wanted = total * (drawn++ + 0.5) / count;
        while (wanted > passed && place < weights.length - 1) {
            passed += weights[++place];
        }
        return place;
    }
}
