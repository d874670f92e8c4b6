package io.futureos.studio.engines.local.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures about draws, rounded to nine digits after the point. */
final class Sample {

    private Sample() {}

    static double quantile(double[] draws, double level) {
        return quantileOfSorted(sorted(draws), level);
    }

    private static double[] sorted(double[] draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double quantileOfSorted(double[] sorted, double level) {
        double place = level * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return rounded(sorted[below] + (place - below) * (sorted[above] - sorted[below]));
    }

    /** {@code median}, {@code q10} and {@code q90}. */
    static Map<String, Object> summary(double[] draws) {
        double[] sorted = sorted(draws);
        var summary = new LinkedHashMap<String, Object>();
        summary.put("median", quantileOfSorted(sorted, 0.5));
        summary.put("q10", quantileOfSorted(sorted, 0.1));
        summary.put("q90", quantileOfSorted(sorted, 0.9));
        return summary;
    }

    static double rounded(double value) {
        return Math.rint(value * 1e9) / 1e9;
    }

    /** The first months of paths, by draw. */
    static List<List<Double>> paths(double[][] draws, int months) {
        var paths = new ArrayList<List<Double>>();
        for (double[] draw : draws) {
            paths.add(
                    Arrays.stream(draw, 0, months).map(Sample::rounded).boxed().toList());
        }
        return paths;
    }
}
