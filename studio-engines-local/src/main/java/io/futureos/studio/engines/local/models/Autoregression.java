package io.futureos.studio.engines.local.models;

import io.futureos.studio.engines.local.series.Months;
import java.util.Arrays;

/**
 * A linear regression of a month on months before it, a constant and month effects, whose coefficients have a normal prior
 * about those of a simple process: the Minnesota prior (Litterman, 1986), with more than the random walk to lean on.
 */
final class Autoregression {

    private static final int YEAR = 12;
    private static final int[] LAGS = {1, 2, 3, 6, YEAR, YEAR + 1};

    /** Of the lags, those whose coefficients are held closer to the prior the older they are. */
    private static final int NEAR = 3;

    /** With less than this, nothing can be said of seasons by lags. */
    private static final int ENOUGH_FOR_LAGS = 30;

    private static final double CONSTANT_PRECISION = 0.25;

    /**
     * Simple processes by their coefficients at the lags: a random walk, one of yearly differences, the same with
     * differences that return to none, one that returns to its mean slowly, and one that does at once.
     */
    static final double[][] SIMPLE = {
        {1, 0, 0, 0, 0, 0},
        {1, 0, 0, 0, 1, -1},
        {0.7, 0, 0, 0, 1, -0.7},
        {0.5, 0.2, 0.1, 0, 0, 0},
        {0, 0, 0, 0, 0, 0}
    };

    /** The widest path there is, in units of the scale, for coefficients under which it would explode. */
    private static final double REACH = 30;

    private final double[] filled;
    private final int firstMonth;
    private final int lags;
    private final double[] prior;
    private final NormalEquations.Solution solution;
    private final NormalEquations.Evidence evidence;

    /**
     * @param simple coefficients of a simple process
     * @param tightness how far, as a standard deviation, the first coefficient may be from it; later ones less
     * @param seasonality how large month effects may be, in standard deviations of a month's surprise
     */
    Autoregression(CentredSeries series, double[] simple, double tightness, double seasonality) {
        this.filled = filled(series);
        this.firstMonth = series.firstMonth();
        this.lags = series.length() < ENOUGH_FOR_LAGS ? 1 : LAGS.length;
        this.prior = Arrays.copyOf(simple, columns());
        Arrays.fill(prior, lags, prior.length, 0);
        double floor = series.floor();
        double surprise = surprise(floor);
        NormalEquations equations = new NormalEquations(precisions(tightness, seasonality, surprise));
        double[] row = new double[columns()];
        for (int i = LAGS[lags - 1]; i < filled.length; i++) {
            if (series.knows(i)) {
                fill(row, filled, i);
                equations.add(row, filled[i] - product(prior, row), 1);
            }
        }
        this.solution = equations.solve();
        this.evidence = solution.evidence(surprise * surprise / 2 + floor * floor);
    }

    private int columns() {
        return lags + 1 + YEAR;
    }

    /** Where a month is missing: as a year before, otherwise as in the month before; before the first, as the first. */
    private static double[] filled(CentredSeries series) {
        double[] filled = series.values();
        for (int i = 1; i < filled.length; i++) {
            if (Double.isNaN(filled[i])) {
                filled[i] = i >= YEAR && !Double.isNaN(filled[i - YEAR]) ? filled[i - YEAR] : filled[i - 1];
            }
        }
        for (int i = filled.length - 2; i >= 0; i--) {
            filled[i] = Double.isNaN(filled[i]) ? filled[i + 1] : filled[i];
        }
        return filled;
    }

    /** How large a surprise is, before any coefficient is known: about half of what changes differ by. */
    private double surprise(double floor) {
        boolean yearly = lags > 1;
        double squares = 0;
        int count = 0;
        for (int i = yearly ? YEAR + 1 : 1; i < filled.length; i++) {
            double change = filled[i] - filled[i - 1];
            double before = yearly ? filled[i - YEAR] - filled[i - YEAR - 1] : 0;
            squares += (change - before) * (change - before);
            count++;
        }
        return Math.max(floor, Math.sqrt(squares / Math.max(1, count) / 3));
    }

    private double[] precisions(double tightness, double seasonality, double surprise) {
        double[] precisions = new double[columns()];
        Arrays.fill(precisions, 1 / (seasonality * seasonality));
        precisions[lags] = CONSTANT_PRECISION;
        for (int i = 0; i < lags; i++) {
            double closer = i < NEAR ? LAGS[i] : 2;
            precisions[i] = surprise * surprise * closer / (tightness * tightness);
        }
        return precisions;
    }

    private void fill(double[] row, double[] values, int place) {
        Arrays.fill(row, 0);
        for (int i = 0; i < lags; i++) {
            row[i] = values[place - LAGS[i]];
        }
        row[lags] = 1;
        row[lags + 1 + Months.calendarMonth(firstMonth + place)] = 1;
    }

    private static double product(double[] coefficients, double[] row) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += coefficients[i] * row[i];
        }
        return sum;
    }

    double logLikelihood() {
        return evidence.logLikelihood();
    }

    /** One path of what comes next, on the scale: coefficients as they may be, and surprises of the size that they have. */
    double[] path(int horizon, Draws draws) {
        double deviation = evidence.deviation() * draws.deviationFactor(evidence.freedom());
        double[] coefficients = solution.coefficients();
        double[] error = solution.error(deviation, draws);
        Arrays.setAll(coefficients, i -> prior[i] + coefficients[i] + error[i]);
        double[] values = Arrays.copyOf(filled, filled.length + horizon);
        double[] row = new double[columns()];
        for (int i = filled.length; i < values.length; i++) {
            fill(row, values, i);
            double value = product(coefficients, row) + deviation * draws.normal();
            values[i] = Math.min(REACH, Math.max(-REACH, value));
        }
        return Arrays.copyOfRange(values, filled.length, values.length);
    }
}
