package io.futureos.studio.engines.local.models;

import io.futureos.studio.engines.local.series.Months;
import java.util.Arrays;

/**
 * Level, slope and month-of-year effects of a scaled series, by least squares in which a month counts half as much after
 * every {@code halfLife} months, and the effects of the months are shrunk towards none.
 */
final class SeasonalRegression {

    private static final int COLUMNS = 14;
    private static final double LEVEL_RIDGE = 1e-6;
    private static final double SLOPE_RIDGE = 0.05;

    private final NormalEquations.Solution solution;
    private final int lastMonth;

    private SeasonalRegression(NormalEquations.Solution solution, int lastMonth) {
        this.solution = solution;
        this.lastMonth = lastMonth;
    }

    /**
     * Fits the first {@code length} values.
     *
     * @param scaled values on the scale, NaN where one is missing
     * @param firstMonth the number of the month of the first value
     * @param shrinkage how many observations of a calendar month weigh as much as the prior that it has no effect
     */
    static SeasonalRegression fit(double[] scaled, int length, int firstMonth, double halfLife, double shrinkage) {
        double[] ridge = new double[COLUMNS];
        Arrays.fill(ridge, shrinkage);
        ridge[0] = LEVEL_RIDGE;
        ridge[1] = SLOPE_RIDGE;
        NormalEquations equations = new NormalEquations(ridge);
        int lastMonth = firstMonth + length - 1;
        double decay = StrictMath.pow(0.5, 1 / halfLife);
        double weight = 1;
        double[] row = new double[COLUMNS];
        for (int i = length - 1; i >= 0; i--) {
            if (!Double.isNaN(scaled[i])) {
                fill(row, firstMonth + i, i - length + 1);
                equations.add(row, scaled[i], weight);
            }
            weight *= decay;
        }
        return new SeasonalRegression(equations.solve(), lastMonth);
    }

    private static void fill(double[] row, int month, double steps) {
        Arrays.fill(row, 0);
        row[0] = 1;
        row[1] = steps / 12;
        row[2 + Months.calendarMonth(month)] = 1;
    }

    int lastMonth() {
        return lastMonth;
    }

    /** The fitted value of a month, its trend going on for {@code steps} months after the last (before it: negative). */
    double predict(int month, double steps) {
        return solution.coefficient(0) + slope() * steps + solution.coefficient(2 + Months.calendarMonth(month));
    }

    /** By how much the trend moves in a month. */
    double slope() {
        return solution.coefficient(1) / 12;
    }

    double fitted(int month) {
        return predict(month, month - lastMonth);
    }
}
