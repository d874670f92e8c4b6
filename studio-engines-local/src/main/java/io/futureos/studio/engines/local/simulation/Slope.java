package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.data.TableData;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.simulation.SimulationConfig.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How much the log-odds of the choice rise from the lowest to the highest rank of an attribute.
 *
 * @param sd the standard error of an estimate, or what the configuration says
 */
record Slope(String attribute, double mean, double sd) {

    /** How unsure a slope is that nothing is known about yet, in log-odds. */
    private static final double UNKNOWN_SD = 0.5;

    /** The slope as known at the end of a month: 0 with a wide margin if its table was published only later. */
    static Slope known(Attribute attribute, Town town, int index, int month, Function<String, TableData> tables) {
        Double given = attribute.slope();
        String knownFrom = attribute.knownFrom();
        if (knownFrom != null && Months.number(knownFrom) > month) {
            return new Slope(attribute.dimension(), 0, UNKNOWN_SD);
        }
        if (given != null) {
            return new Slope(attribute.dimension(), given, attribute.slopeSd());
        }
        return estimate(attribute, town, town.ranks(index), tables.apply(attribute.table()));
    }

    /** Least squares of the categories' log-odds on their ranks. */
    private static Slope estimate(Attribute attribute, Town town, double[] ranks, TableData table) {
        List<double[]> points = points(attribute, town, ranks, table);
        if (points.size() < 3) {
            throw new EngineException(
                    "attribute_table_short",
                    "Table \"" + attribute.table() + "\" has a share strictly between 0 and 1 for " + points.size()
                            + " categories of \"" + attribute.dimension() + "\"; a slope needs at least 3.");
        }
        double x = points.stream().mapToDouble(point -> point[0]).average().orElseThrow();
        double y = points.stream().mapToDouble(point -> point[1]).average().orElseThrow();
        double xx = points.stream().mapToDouble(p -> (p[0] - x) * (p[0] - x)).sum();
        double xy = points.stream().mapToDouble(p -> (p[0] - x) * (p[1] - y)).sum();
        double slope = xx > 0 ? xy / xx : 0;
        double left = points.stream()
                .mapToDouble(p -> p[1] - y - slope * (p[0] - x))
                .map(residual -> residual * residual)
                .sum();
        return new Slope(
                attribute.dimension(), slope, xx > 0 ? Math.sqrt(left / (points.size() - 2) / xx) : UNKNOWN_SD);
    }

    private static List<double[]> points(Attribute attribute, Town town, double[] ranks, TableData table) {
        List<String> categories = town.households()
                .categories()
                .get(town.households().dimensions().indexOf(attribute.dimension()));
        try {
            List<String> keys = table.texts(attribute.dimension());
            double[] above = table.numbers(attribute.numerator());
            double[] below = table.numbers(attribute.denominator());
            var points = new ArrayList<double[]>();
            for (int row = 0; row < keys.size(); row++) {
                int category = categories.indexOf(keys.get(row));
                if (category >= 0 && above[row] > 0 && above[row] < below[row]) {
                    points.add(new double[] {ranks[category], LogOdds.of(above[row] / below[row])});
                }
            }
            return points;
        } catch (IllegalArgumentException e) {
            throw new EngineException(
                    "column_missing", "Table \"" + attribute.table() + "\": " + e.getMessage() + ".", e);
        }
    }
}
