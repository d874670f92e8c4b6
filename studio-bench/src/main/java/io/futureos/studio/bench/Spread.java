package io.futureos.studio.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * Where figures lie that were taken one after another.
 *
 * @param median of all
 * @param low the lowest median of five consecutive fifths of them, which says how far the median can be trusted
 * @param high the highest
 */
public record Spread(double median, double low, double high) {

    private static final int PARTS = 5;

    /**
     * Where these figures lie.
     *
     * @param values in the order in which they were taken, one or more
     */
    public static Spread of(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int parts = Math.min(PARTS, values.length);
        for (int part = 0; part < parts; part++) {
            int from = part * values.length / parts;
            int to = (part + 1) * values.length / parts;
            double median = median(Arrays.copyOfRange(values, from, to));
            low = Math.min(low, median);
            high = Math.max(high, median);
        }
        return new Spread(median(values), low, high);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median, low, high);
    }
}
