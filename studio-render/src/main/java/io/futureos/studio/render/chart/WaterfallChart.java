package io.futureos.studio.render.chart;

import io.futureos.studio.render.wording.ChartTerm;
import io.futureos.studio.render.wording.FindingTerm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** How steps lead from one value to another. */
public record WaterfallChart(ChartLabels labels, List<Bar> bars) implements ChartModel {

    public WaterfallChart {
        bars = List.copyOf(bars);
    }

    /** What a bar shows. */
    public enum Kind {
        /** Where all begins, where it ends, or a sum on the way; stands on zero. */
        TOTAL,
        /** A change from where the bar before it ended. */
        STEP
    }

    /** One bar between two values; {@link Double#NaN} where one is missing. */
    public record Bar(String name, Kind kind, double from, double to) {

        public boolean isWhole() {
            return !Double.isNaN(from) && !Double.isNaN(to);
        }

        /** The number that is written at the bar: a total itself, or what a step changes. */
        public double shown() {
            return kind == Kind.TOTAL ? to : to - from;
        }
    }

    /** Where bars that can be drawn begin and end. */
    public DoubleStream ends() {
        return bars.stream().filter(Bar::isWhole).flatMapToDouble(bar -> DoubleStream.of(bar.from(), bar.to()));
    }

    /** What is written at the bar; changes have a sign. */
    public String text(Bar bar) {
        return bar.kind() == Kind.STEP
                ? numbers().difference(bar.shown())
                : numbers().text(bar.shown());
    }

    @Override
    public boolean hasValues() {
        return bars.stream().anyMatch(Bar::isWhole);
    }

    @Override
    public Numbers numbers() {
        return Numbers.of(
                labels.format(),
                bars.stream().filter(Bar::isWhole).flatMapToDouble(bar -> DoubleStream.of(bar.to(), bar.shown())));
    }

    @Override
    public DataTable table() {
        Numbers numbers = numbers();
        var rows = new ArrayList<List<String>>();
        for (Bar bar : bars) {
            boolean isStep = bar.kind() == Kind.STEP;
            rows.add(List.of(bar.name(), isStep ? numbers.difference(bar.shown()) : "", numbers.text(bar.to())));
        }
        return new DataTable(
                List.of("", wording().say(ChartTerm.CHANGE), wording().say(ChartTerm.VALUE)), rows);
    }

    @Override
    public String finding() {
        Bar first = bars.get(0);
        Bar last = bars.get(bars.size() - 1);
        Optional<Bar> largest = bars.stream()
                .filter(bar -> bar.kind() == Kind.STEP && bar.isWhole())
                .max(Comparator.comparingDouble(bar -> Math.abs(bar.shown())));
        String way = wording()
                .say(
                        FindingTerm.FROM_TO,
                        numbers().text(first.to()),
                        first.name(),
                        numbers().text(last.to()),
                        last.name());
        return largest.map(bar -> wording().say(FindingTerm.LARGEST_STEP, way, bar.name(), text(bar)))
                        .orElse(way)
                + ".";
    }
}
