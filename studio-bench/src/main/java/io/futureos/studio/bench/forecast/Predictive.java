package io.futureos.studio.bench.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * What a forecaster says of one month, as equally likely values in order. Every forecaster is scored on as many of them and
 * by the same formulas; a point forecast is one value.
 */
final class Predictive {

    /** How many values a distribution is judged by. */
    static final int VALUES = 200;

    private final double[] sorted;

    private Predictive(double[] sorted) {
        this.sorted = sorted;
    }

    static Predictive point(double value) {
        return new Predictive(new double[] {value});
    }

    /** Values that are equally likely already. */
    static Predictive of(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0 || !Double.isFinite(sorted[0]) || !Double.isFinite(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("A predictive distribution has finite values, but these are " + values);
        }
        return new Predictive(sorted);
    }

    /** A sample, by its quantiles at the middles of equal parts. */
    static Predictive ofSample(double[] sample) {
        double[] ordered = sample.clone();
        Arrays.sort(ordered);
        double[] values = new double[VALUES];
        for (int i = 0; i < VALUES; i++) {
            values[i] = quantile(ordered, (i + 0.5) / VALUES);
        }
        return new Predictive(values);
    }

    boolean isPoint() {
        return sorted.length == 1;
    }

    double median() {
        return quantile(0.5);
    }

    /**
     * The quantile of that level, the values being the quantiles at the middles of equal parts: linear between them
     * (type 5 of Hyndman and Fan, 1996).
     */
    double quantile(double level) {
        double place = Math.min(sorted.length - 1, Math.max(0, level * sorted.length - 0.5));
        return between(sorted, place);
    }

    /** Linear between neighbours (type 7 of Hyndman and Fan, 1996). */
    private static double quantile(double[] ordered, double level) {
        return between(ordered, level * (ordered.length - 1));
    }

    private static double between(double[] ordered, double place) {
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, ordered.length - 1);
        return ordered[below] + (place - below) * (ordered[above] - ordered[below]);
    }

    /** Whether the central interval of that level has the outcome in it. */
    boolean covers(double level, double outcome) {
        return quantile((1 - level) / 2) <= outcome && outcome <= quantile((1 + level) / 2);
    }

    /**
     * The continuous ranked probability score, E|X - y| - E|X - X'| / 2 (Gneiting and Raftery, 2007), the second mean by the
     * order of the values. Smaller is better; for a point it is the absolute error.
     */
    double crps(double outcome) {
        int n = sorted.length;
        double distance = 0;
        double spread = 0;
        for (int i = 0; i < n; i++) {
            distance += Math.abs(sorted[i] - outcome);
            spread += (2.0 * i - n + 1) * sorted[i];
        }
        return distance / n - spread / ((double) n * n);
    }

    /** The share of the values above the threshold; never quite 0 or 1 unless it is a point. */
    double above(double threshold) {
        long yes = Arrays.stream(sorted).filter(value -> value > threshold).count();
        return isPoint() ? yes : (yes + 0.5) / (sorted.length + 1);
    }

    /** The share of the values below the outcome, equal ones by half: uniform if the forecaster is calibrated. */
    double below(double outcome) {
        long less = Arrays.stream(sorted).filter(value -> value < outcome).count();
        long equal = Arrays.stream(sorted).filter(value -> value == outcome).count();
        return (less + equal / 2.0) / sorted.length;
    }
}
