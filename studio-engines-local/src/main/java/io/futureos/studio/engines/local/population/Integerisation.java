package io.futureos.studio.engines.local.population;

import io.futureos.studio.engines.local.random.CounterRandom;

/**
 * Turns fractional cells into whole households: truncate, replicate, sample (Lovelace and Ballas, 2013). Each cell gets
 * the whole part of its expected count; the households still missing are a systematic sample of the cells, one at most
 * for each, with chances equal to the fractions cut off.
 */
final class Integerisation {

    private Integerisation() {}

    /** Households by cell: within 1 of {@code size * weight}, and {@code size} altogether. */
    static int[] counts(double[] weights, int size, CounterRandom random) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        int[] counts = new int[weights.length];
        double[] fractions = new double[weights.length];
        int missing = size;
        double cut = 0;
        for (int cell = 0; cell < weights.length; cell++) {
            double expected = size * weights[cell] / total;
            counts[cell] = (int) Math.floor(expected);
            fractions[cell] = expected - counts[cell];
            missing -= counts[cell];
            cut += fractions[cell];
        }
        sample(counts, fractions, missing, cut, random);
        return counts;
    }

    /** Steps of length 1 over the fractions laid end to end; a cell in which a step lands gets a household. */
    private static void sample(int[] counts, double[] fractions, int missing, double cut, CounterRandom random) {
        double next = 0.001 + 0.998 * random.uniform(0);
        double scale = cut > 0 ? missing / cut : 1;
        double end = 0;
        for (int cell = 0; cell < counts.length && missing > 0; cell++) {
            end += fractions[cell] * scale;
            if (end > next) {
                counts[cell]++;
                missing--;
                next++;
            }
        }
    }
}
