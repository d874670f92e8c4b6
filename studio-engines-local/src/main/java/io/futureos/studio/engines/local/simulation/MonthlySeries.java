package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.data.TableData;
import java.util.Arrays;
import java.util.List;

/**
 * A variable month by month without gaps; NaN where a month is missing.
 *
 * @param first the first month, as counted by {@link Months}
 * @param counts how many single choices a share rests on; NaN where unknown
 */
@SuppressWarnings("ArrayRecordComponent") // Bulk figures, handed on and never compared.
record MonthlySeries(int first, double[] values, double[] counts) {

    /** Reads a variable's column, or the ratio of two, up to and including a month. */
    static MonthlySeries read(Variable variable, String timeColumn, TableData table, int last) {
        List<String> months = table.texts(timeColumn);
        int[] when = months.stream().mapToInt(Months::count).toArray();
        int first = Arrays.stream(when).filter(month -> month <= last).min().orElse(last + 1);
        double[] values = new double[Math.max(0, last - first + 1)];
        double[] counts = new double[values.length];
        Arrays.fill(values, Double.NaN);
        Arrays.fill(counts, Double.NaN);
        boolean[] seen = new boolean[values.length];
        String above = variable.numerator();
        String below = variable.denominator();
        boolean ratio = above != null && below != null;
        double[] upper = table.numbers(ratio && above != null ? above : variable.name());
        double[] lower = ratio && below != null ? table.numbers(below) : new double[0];
        for (int row = 0; row < when.length; row++) {
            if (when[row] > last) {
                continue;
            }
            int index = when[row] - first;
            if (seen[index]) {
                throw new EngineException(
                        "month_twice",
                        "Variable \"" + variable.name() + "\" has month " + months.get(row)
                                + " twice; each month may stand once.");
            }
            seen[index] = true;
            values[index] = ratio ? ratio(upper[row], lower[row]) : upper[row];
            counts[index] = ratio ? lower[row] : Double.NaN;
        }
        return new MonthlySeries(first, values, counts);
    }

    private static double ratio(double above, double below) {
        return below > 0 ? above / below : Double.NaN;
    }

    int last() {
        return first + values.length - 1;
    }

    /** The value of a month; NaN outside. */
    double at(int month) {
        return month < first || month > last() ? Double.NaN : values[month - first];
    }

    /** The latest value known by the end of a month; NaN if there is none. */
    double latest(int month) {
        for (int index = Math.min(month, last()) - first; index >= 0; index--) {
            if (!Double.isNaN(values[index])) {
                return values[index];
            }
        }
        return Double.NaN;
    }

    /** The series as it was known at the end of a month. */
    MonthlySeries upTo(int month) {
        int length = Math.max(0, Math.min(month, last()) - first + 1);
        return new MonthlySeries(first, Arrays.copyOf(values, length), Arrays.copyOf(counts, length));
    }

    /**
     * The log-odds of a share's month, drawn in a little from 0 and 1 as if half a choice more had gone either way;
     * shares that rest on an unknown number of choices count as resting on a thousand.
     */
    double logOdds(int month) {
        double share = at(month);
        double count = Double.isNaN(counts[month - first]) ? 1000 : counts[month - first];
        return Double.isNaN(share) ? Double.NaN : LogOdds.of((share * count + 0.5) / (count + 1));
    }

    /** How many months are known. */
    int known() {
        return (int) Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    }

    void checkShares(String name) {
        for (int index = 0; index < values.length; index++) {
            if (values[index] < 0 || values[index] > 1) {
                throw new EngineException(
                        "share_out_of_range",
                        "Variable \"" + name + "\" is " + values[index] + " in " + Months.text(first + index)
                                + "; a share lies from 0 to 1.");
            }
        }
    }
}
