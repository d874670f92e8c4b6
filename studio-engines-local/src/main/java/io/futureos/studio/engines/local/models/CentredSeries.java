package io.futureos.studio.engines.local.models;

import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Scale;
import java.util.Arrays;

/** A series on its scale about the mean of a year of it, so that a prior about 0 is one about a level that it had. */
final class CentredSeries {

    private static final int YEAR = 12;

    private final Scale scale;
    private final double centre;
    private final double[] values;
    private final int firstMonth;

    private CentredSeries(MonthlySeries history, Scale scale, double[] scaled, double centre) {
        this.scale = scale;
        this.centre = centre;
        this.values = scaled;
        this.firstMonth = history.first();
        Arrays.setAll(values, i -> values[i] - centre);
    }

    /** About the first twelve known months. */
    static CentredSeries onItsBeginning(MonthlySeries history, Scale scale) {
        double[] scaled = scale.forward(history);
        double centre = Arrays.stream(scaled)
                .filter(value -> !Double.isNaN(value))
                .limit(YEAR)
                .average()
                .orElse(0);
        return new CentredSeries(history, scale, scaled, centre);
    }

    /** About what is known of the last twelve months. */
    static CentredSeries onItsEnd(MonthlySeries history, Scale scale) {
        double[] scaled = scale.forward(history);
        double centre = Arrays.stream(scaled)
                .skip(Math.max(0, scaled.length - YEAR))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(0);
        return new CentredSeries(history, scale, scaled, centre);
    }

    int length() {
        return values.length;
    }

    int firstMonth() {
        return firstMonth;
    }

    /** NaN where the month is missing. */
    double at(int place) {
        return values[place];
    }

    boolean knows(int place) {
        return !Double.isNaN(values[place]);
    }

    /** A copy of the values, NaN where a month is missing. */
    double[] values() {
        return values.clone();
    }

    /** The least deviation that a model may claim of a month. */
    double floor() {
        return scale.floor();
    }

    /** A path about the centre in the variable's unit. */
    double[] back(double[] path) {
        return Arrays.stream(path).map(value -> scale.back(centre + value)).toArray();
    }
}
