package io.futureos.studio.engines.local.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Values counted in bins of one width, whose edges are round numbers that people can read. The last bin has its upper edge,
 * so that what can't be above 1 is not shown above it.
 *
 * @param counts how many values are in each bin; one fewer than the edges
 */
record Bins(List<Double> edges, List<Integer> counts) {

    /** More than this tell of chance among 200 values, not of their spread. */
    private static final int MOST = 20;

    Bins {
        edges = List.copyOf(edges);
        counts = List.copyOf(counts);
    }

    /** @throws IllegalArgumentException if not two of the values differ, which leaves nothing to spread */
    static Bins of(List<Double> values) {
        double low = values.isEmpty() ? 0 : Collections.min(values);
        double high = values.isEmpty() ? 0 : Collections.max(values);
        if (low >= high) {
            throw new IllegalArgumentException(
                    "Bins need values that differ, but all " + values.size() + " are " + low);
        }
        BigDecimal width = round((high - low) / MOST);
        long first = steps(low, width, RoundingMode.FLOOR);
        long last = steps(high, width, RoundingMode.CEILING);
        var counts = new ArrayList<Integer>(Collections.nCopies((int) (last - first), 0));
        for (double value : values) {
            int bin = (int) (Math.min(steps(value, width, RoundingMode.FLOOR), last - 1) - first);
            counts.set(bin, counts.get(bin) + 1);
        }
        return new Bins(
                LongStream.rangeClosed(first, last)
                        .mapToObj(
                                step -> width.multiply(BigDecimal.valueOf(step)).doubleValue())
                        .toList(),
                counts);
    }

    /** The next of 1, 2 and 5, or ten times or a tenth of these and so on. */
    private static BigDecimal round(double least) {
        int power = (int) Math.floor(StrictMath.log10(least));
        for (int digit : new int[] {1, 2, 5}) {
            BigDecimal width = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
            if (width.doubleValue() >= least) {
                return width;
            }
        }
        return BigDecimal.ONE.scaleByPowerOfTen(power + 1);
    }

    private static long steps(double value, BigDecimal width, RoundingMode rounding) {
        return BigDecimal.valueOf(value).divide(width, 0, rounding).longValueExact();
    }
}
