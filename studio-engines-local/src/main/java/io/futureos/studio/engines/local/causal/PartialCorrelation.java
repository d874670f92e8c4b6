package io.futureos.studio.engines.local.causal;

import io.futureos.studio.engines.local.series.Significant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How much of a variable's month another variable explains {@code lag} months before, beyond what both owe to their own
 * month before, to a straight trend and to the seasons.
 *
 * @param strength the partial correlation, from -1 to 1
 * @param pValue of a strength this far from zero by chance: two-sided, by Student's t
 */
record PartialCorrelation(int lag, double strength, double pValue) {

    private static final int LEAST_FREEDOM = 12;
    private static final int ENOUGH_FOR_SEASONS = 36;

    /** Of two series on their scales over the same months, the first of which is in calendar month {@code start}. */
    static Optional<PartialCorrelation> between(double[] cause, double[] result, int start, int lag) {
        boolean seasons = result.length >= ENOUGH_FOR_SEASONS;
        List<double[]> controls = new ArrayList<>();
        List<Double> causes = new ArrayList<>();
        List<Double> results = new ArrayList<>();
        for (int t = lag + 1; t < result.length; t++) {
            double[] row = controls(cause, result, start, lag, t, seasons);
            double value = cause[t - lag] + result[t];
            if (!Double.isNaN(value) && Arrays.stream(row).noneMatch(Double::isNaN)) {
                controls.add(row);
                causes.add(cause[t - lag]);
                results.add(result[t]);
            }
        }
        int width = seasons ? 15 : 4;
        int freedom = results.size() - width - 1;
        if (freedom < LEAST_FREEDOM) {
            return Optional.empty();
        }
        double[][] basis = orthonormal(controls, width);
        double[] x = residual(causes, basis);
        double[] y = residual(results, basis);
        double scale = Math.sqrt(dot(x, x) * dot(y, y));
        // What the controls explain to the last digits has nothing left to correlate.
        if (!(scale > 1e-12 * results.size())) {
            return Optional.empty();
        }
        double r = Math.max(-1, Math.min(1, dot(x, y) / scale));
        // Rounded, because the distribution uses functions whose last digit depends on the machine.
        double t = Math.abs(r) * Math.sqrt(freedom / Math.max(1e-300, 1 - r * r));
        return Optional.of(new PartialCorrelation(
                lag,
                r,
                Significant.six(Math.min(1, 2 * TDistribution.of(freedom).survivalProbability(t)))));
    }

    private static double[] controls(double[] cause, double[] result, int start, int lag, int t, boolean seasons) {
        double[] row = new double[seasons ? 15 : 4];
        row[0] = 1;
        row[1] = (double) t / result.length;
        row[2] = result[t - 1];
        row[3] = cause[t - lag - 1];
        int month = Math.floorMod(start + t, 12);
        if (seasons && month > 0) {
            row[3 + month] = 1;
        }
        return row;
    }

    /** The columns of {@code rows} made orthonormal one after the other (modified Gram-Schmidt). */
    private static double[][] orthonormal(List<double[]> rows, int width) {
        double[][] columns = new double[width][rows.size()];
        for (int c = 0; c < width; c++) {
            for (int r = 0; r < rows.size(); r++) {
                columns[c][r] = rows.get(r)[c];
            }
            double before = dot(columns[c], columns[c]);
            for (int earlier = 0; earlier < c; earlier++) {
                subtract(columns[c], columns[earlier]);
            }
            double norm = Math.sqrt(dot(columns[c], columns[c]));
            boolean independent = norm > 1e-9 * Math.sqrt(before) && norm > 0;
            for (int r = 0; r < rows.size(); r++) {
                columns[c][r] = independent ? columns[c][r] / norm : 0;
            }
        }
        return columns;
    }

    private static double[] residual(List<Double> values, double[][] basis) {
        double[] left = values.stream().mapToDouble(value -> value).toArray();
        for (double[] column : basis) {
            subtract(left, column);
        }
        return left;
    }

    private static void subtract(double[] from, double[] unit) {
        double along = dot(from, unit);
        for (int i = 0; i < from.length; i++) {
            from[i] -= along * unit[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
