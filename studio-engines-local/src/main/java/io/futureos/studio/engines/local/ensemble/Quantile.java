package io.futureos.studio.engines.local.ensemble;

/** Quantiles of a sorted sample that is not empty. */
public final class Quantile {

    private Quantile() {}

    /** Linear between neighbours (type 7 of Hyndman and Fan, 1996). */
    public static double of(double[] sorted, double level) {
        double place = level * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /**
     * {@code count} values that represent the sample: its quantiles at the middles of {@code count} equal parts, written from
     * {@code offset} on.
     */
    public static void representatives(double[] sorted, int count, double[] into, int offset) {
        for (int i = 0; i < count; i++) {
            into[offset + i] = of(sorted, (i + 0.5) / count);
        }
    }
}
