package io.futureos.studio.engines.local.models;

import io.futureos.studio.engines.local.series.Months;
import java.util.Arrays;

/**
 * A series smoothed with given constants. Each component is a linear function of those at the start (level, slope, twelve
 * effects), and so is each surprise, so the start is a regression of the surprises that would come from nothing on those
 * that each component would bring (de Livera, Hyndman and Snyder, 2011, 3.1).
 */
final class SmoothedSeries {

    private static final int YEAR = 12;
    private static final int SEASON = 3;

    /** What comes from the data, level, slope and effects at the start. */
    private static final int COLUMNS = SEASON + YEAR;

    private static final double LEVEL_PRECISION = 1e-4;

    private final Smoothing constants;
    private final int next;
    private final int known;
    private final double[] level = new double[COLUMNS];
    private final double[] slope = new double[COLUMNS];
    private final double[] carried = new double[COLUMNS];
    private final double[][] effects = new double[YEAR][COLUMNS];
    private final NormalEquations.Solution start;
    private final NormalEquations.Evidence evidence;

    SmoothedSeries(CentredSeries series, Smoothing constants) {
        this.constants = constants;
        this.next = series.firstMonth() + series.length();
        level[1] = 1;
        slope[2] = 1;
        for (int month = 0; month < YEAR; month++) {
            effects[month][SEASON + month] = 1;
        }
        NormalEquations equations = new NormalEquations(precisions(constants));
        double[] surprise = new double[COLUMNS];
        int months = 0;
        for (int i = 0; i < series.length(); i++) {
            if (series.knows(i)) {
                double[] effect = effects[Months.calendarMonth(series.firstMonth() + i)];
                take(series.at(i), effect, surprise);
                equations.add(regressors(surprise), surprise[0], 1);
                months++;
            } else {
                pass();
            }
        }
        this.known = months;
        this.start = equations.solve();
        this.evidence = start.evidence(series.floor() * series.floor());
    }

    private static double[] precisions(Smoothing constants) {
        double[] precisions = new double[COLUMNS - 1];
        Arrays.fill(precisions, constants.seasonPrecision());
        precisions[0] = LEVEL_PRECISION;
        precisions[1] = constants.slopePrecision();
        return precisions;
    }

    private static double[] regressors(double[] surprise) {
        double[] row = new double[COLUMNS - 1];
        Arrays.setAll(row, column -> -surprise[column + 1]);
        return row;
    }

    /** A month without a figure brings no surprise. */
    private void pass() {
        for (int c = 0; c < COLUMNS; c++) {
            slope[c] *= constants.damping();
            level[c] += slope[c];
            carried[c] *= constants.correlation();
        }
    }

    private void take(double value, double[] effect, double[] surprise) {
        for (int c = 0; c < COLUMNS; c++) {
            double sloped = constants.damping() * slope[c];
            double expected = level[c] + sloped;
            double returning = constants.correlation() * carried[c];
            double off = (c == 0 ? value : 0) - expected - effect[c] - returning;
            surprise[c] = off;
            level[c] = expected + constants.level() * off;
            slope[c] = sloped + constants.slope() * off;
            effect[c] += constants.season() * off;
            carried[c] = returning + off;
        }
    }

    double logLikelihood() {
        return evidence.logLikelihood();
    }

    /** One path of what comes next, on the scale: a start as it may have been, and surprises of the size that they have. */
    double[] path(int horizon, Draws draws) {
        int lasts = draws.trendLasts(known);
        double deviation = evidence.deviation() * draws.deviationFactor(evidence.freedom());
        double[] from = start.coefficients();
        double[] error = start.error(deviation, draws);
        Arrays.setAll(from, i -> from[i] + error[i]);
        double at = value(level, from);
        double rise = value(slope, from);
        double back = value(carried, from);
        double[] seasons = new double[YEAR];
        Arrays.setAll(seasons, month -> value(effects[month], from));
        double[] path = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            int month = Months.calendarMonth(next + h);
            double surprise = deviation * draws.normal();
            rise = h < lasts ? rise * constants.damping() : 0;
            at += rise;
            back *= constants.correlation();
            path[h] = at + seasons[month] + back + surprise;
            at += constants.level() * surprise;
            rise += constants.slope() * surprise;
            seasons[month] += constants.season() * surprise;
            back += surprise;
        }
        return path;
    }

    private static double value(double[] component, double[] start) {
        double value = component[0];
        for (int i = 0; i < start.length; i++) {
            value += component[i + 1] * start[i];
        }
        return value;
    }
}
