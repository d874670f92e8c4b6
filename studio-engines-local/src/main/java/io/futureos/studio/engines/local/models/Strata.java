package io.futureos.studio.engines.local.models;

/**
 * Places drawn in proportion to weights, one from the middle of each of {@code count} equal parts: systematic sampling
 * without its random start.
 */
final class Strata {

    private final double[] weights;
    private final int count;
    private int drawn;
    private int place;
    private double passed;

    /** @param weights that add up to one */
    Strata(double[] weights, int count) {
        this.weights = weights;
        this.count = count;
        this.passed = weights[0];
    }

    int next() {
        double wanted = (drawn++ + 0.5) / count;
        while (wanted > passed && place < weights.length - 1) {
            passed += weights[++place];
        }
        return place;
    }
}
