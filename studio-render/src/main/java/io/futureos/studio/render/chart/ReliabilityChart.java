package io.futureos.studio.render.chart;

import io.futureos.studio.render.wording.ChartTerm;
import io.futureos.studio.render.wording.FindingTerm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** How often what was forecast with a probability came true; on the diagonal it did as often as was said. */
public record ReliabilityChart(ChartLabels labels, List<Point> points) implements ChartModel {

    public ReliabilityChart {
        points = List.copyOf(points);
    }

    /** Forecasts of about the same probability; {@link Double#NaN} where a number is missing. */
    public record Point(double forecast, double observed, double count) {

        /** Whether it can be drawn: both are shares of 1. */
        public boolean isWhole() {
            return forecast >= 0 && forecast <= 1 && observed >= 0 && observed <= 1;
        }

        /** How many cases there were; 0 if that is not known. */
        public double cases() {
            return count > 0 ? count : 0;
        }
    }

    /** The points that can be drawn, by forecast. */
    public Stream<Point> whole() {
        return points.stream().filter(Point::isWhole).sorted(Comparator.comparingDouble(Point::forecast));
    }

    /** How many cases the points stand for; 0 if that is not known. */
    public double cases() {
        return whole().mapToDouble(Point::cases).sum();
    }

    @Override
    public boolean hasValues() {
        return points.stream().anyMatch(Point::isWhole);
    }

    /** Probabilities, whatever unit the chart names. */
    @Override
    public Numbers numbers() {
        return new Numbers(ValueFormat.percent(wording()), 1);
    }

    /** How numbers of cases are written. */
    public Numbers counts() {
        return Numbers.of(
                ValueFormat.number(wording()),
                points.stream().mapToDouble(Point::count).filter(count -> !Double.isNaN(count)));
    }

    @Override
    public DataTable table() {
        Numbers numbers = numbers();
        Numbers counts = counts();
        var rows = new ArrayList<List<String>>();
        for (Point point : points) {
            rows.add(List.of(
                    numbers.text(point.forecast()), numbers.text(point.observed()), counts.text(point.count())));
        }
        return new DataTable(
                List.of(
                        wording().say(ChartTerm.FORECAST_PROBABILITY),
                        wording().say(ChartTerm.OBSERVED_FREQUENCY),
                        wording().say(ChartTerm.CASES)),
                rows);
    }

    @Override
    public String finding() {
        Point widest = whole().max(Comparator.comparingDouble(point -> Math.abs(point.observed() - point.forecast())))
                .orElseThrow();
        DoubleStream gaps = whole().mapToDouble(point -> Math.abs(point.observed() - point.forecast()));
        String verdict =
                wording().say(gaps.max().orElse(0) <= 0.1 ? FindingTerm.TRUE_AS_SAID : FindingTerm.NOT_AS_SAID);
        String said = wording()
                .say(
                        FindingTerm.LARGEST_DIFFERENCE,
                        verdict,
                        numbers().text(widest.forecast()),
                        numbers().text(widest.observed()));
        return said + ".";
    }
}
