package io.futureos.studio.engines.local.models;

import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Scale;
import java.util.Arrays;

/**
 * As in that month a year before, give or take what such forecasts were off by: a stretch of past year-on-year
 * differences, drawn as a block so that neighbouring months stay alike, with either sign. With little more than a year of
 * history it is as in the last month, off by what months differ.
 */
final class SeasonalNaiveModel implements StatisticalModel {

    static final String NAME = "seasonal naive";
    private static final int YEAR = 12;
    private static final int LEAST_DIFFERENCES = 6;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String method() {
        return "as in that month a year before, give or take past year-on-year differences";
    }

    @Override
    public double[][] paths(MonthlySeries history, Scale scale, int horizon, int count, Draws draws) {
        double[] scaled = scale.forward(history);
        int lag = differences(scaled, YEAR).length >= LEAST_DIFFERENCES ? YEAR : 1;
        double[] differences = differences(scaled, lag);
        if (differences.length == 0) {
            differences = new double[1];
        }
        double[][] paths = new double[count][horizon];
        for (double[] path : paths) {
            int start = draws.below(differences.length);
            double sign = draws.coin() ? 1 : -1;
            for (int h = 0; h < horizon; h++) {
                double cycles = lag == YEAR ? 1 + h / YEAR : 1 + h;
                double off = sign * differences[(start + h) % differences.length] + scale.floor() * draws.normal();
                path[h] = scale.back(before(scaled, scaled.length + h, lag) + Math.sqrt(cycles) * off);
            }
        }
        return paths;
    }

    /** The value that the naive forecast takes over: the latest known one a whole number of lags before {@code place}. */
    private static double before(double[] scaled, int place, int lag) {
        for (int i = place - lag; i >= 0; i -= lag) {
            if (i < scaled.length && !Double.isNaN(scaled[i])) {
                return scaled[i];
            }
        }
        return Arrays.stream(scaled)
                .filter(value -> !Double.isNaN(value))
                .reduce((earlier, later) -> later)
                .orElse(0);
    }

    private static double[] differences(double[] scaled, int lag) {
        double[] differences = new double[scaled.length];
        int count = 0;
        for (int i = lag; i < scaled.length; i++) {
            double difference = scaled[i] - scaled[i - lag];
            if (!Double.isNaN(difference)) {
                differences[count++] = difference;
            }
        }
        return Arrays.copyOf(differences, count);
    }
}
