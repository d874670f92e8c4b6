package io.futureos.studio.engines.local.series;

import io.futureos.studio.engine.EngineException;
import java.util.Arrays;
import java.util.List;

/** One figure a month without gaps in time; a month whose figure is missing holds NaN. Immutable. */
public final class MonthlySeries {

    private final int first;
    private final double[] values;

    private MonthlySeries(int first, double[] values) {
        this.first = first;
        this.values = values;
    }

    /** Figures from the month {@code first} on, NaN where one is missing. */
    public static MonthlySeries from(int first, double[] values) {
        if (values.length == 0) {
            throw new EngineException("series_empty", "A series needs at least one month, but this one has none.");
        }
        return new MonthlySeries(first, values.clone());
    }

    /**
     * Figures in any order of months.
     *
     * @throws EngineException {@code month_twice} or {@code series_empty}
     */
    public static MonthlySeries of(List<String> months, double[] values) {
        if (months.isEmpty()) {
            throw new EngineException("series_empty", "A series needs at least one month, but this one has none.");
        }
        int[] numbers = months.stream().mapToInt(Months::number).toArray();
        int first = Arrays.stream(numbers).min().orElseThrow();
        int last = Arrays.stream(numbers).max().orElseThrow();
        double[] byMonth = new double[last - first + 1];
        boolean[] seen = new boolean[byMonth.length];
        Arrays.fill(byMonth, Double.NaN);
        for (int i = 0; i < numbers.length; i++) {
            int place = numbers[i] - first;
            if (seen[place]) {
                throw new EngineException(
                        "month_twice", "Each month has one row, but " + months.get(i) + " has at least two.");
            }
            seen[place] = true;
            byMonth[place] = Double.isFinite(values[i]) ? values[i] : Double.NaN;
        }
        return new MonthlySeries(first, byMonth);
    }

    /** The number of the first month. */
    public int first() {
        return first;
    }

    /** The number of the last month, whether its figure is known or not. */
    public int last() {
        return first + values.length - 1;
    }

    public int size() {
        return values.length;
    }

    /** The figure of a month; NaN if it is missing or outside the series. */
    public double at(int month) {
        return month < first || month > last() ? Double.NaN : values[month - first];
    }

    public boolean knows(int month) {
        return !Double.isNaN(at(month));
    }

    /** How many figures are not missing. */
    public int known() {
        return (int) Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    }

    /** The latest figure known by the end of a month; NaN if there is none. */
    public double latest(int month) {
        for (int known = Math.min(month, last()); known >= first; known--) {
            if (knows(known)) {
                return at(known);
            }
        }
        return Double.NaN;
    }

    /**
     * The series as it was known at the end of {@code month}; months without figures are added as missing.
     *
     * @throws EngineException {@code series_empty} if it begins later
     */
    public MonthlySeries upTo(int month) {
        int length = month - first + 1;
        if (length < 1) {
            throw new EngineException(
                    "series_empty",
                    "The series begins in " + Months.text(first) + ", after " + Months.text(month)
                            + "; ask for a later month.");
        }
        double[] cut = Arrays.copyOf(values, length);
        if (length > values.length) {
            Arrays.fill(cut, values.length, length, Double.NaN);
        }
        return new MonthlySeries(first, cut);
    }

    /** A copy of the figures, NaN where one is missing. */
    public double[] values() {
        return values.clone();
    }
}
