package io.futureos.studio.render.office;

import io.futureos.studio.render.chart.BarChart;
import io.futureos.studio.render.chart.ChartLabels;
import io.futureos.studio.render.chart.ChartLabels.Threshold;
import io.futureos.studio.render.chart.ChartModel;
import io.futureos.studio.render.chart.HistogramChart;
import io.futureos.studio.render.chart.HistogramChart.Bin;
import io.futureos.studio.render.chart.Series;
import io.futureos.studio.render.chart.ValueFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Charts of types that Office does not have, as charts of a type that it has and that shows the same figures. */
final class Kindred {

    private static final Pattern UNIT = Pattern.compile("[^0-9]+$");

    private Kindred() {}

    /** The chart itself where there is no such type, or no need of one. */
    static ChartModel of(ChartModel chart) {
        if (chart instanceof HistogramChart histogram && chart.hasValues() && histogram.isEven()) {
            return bars(histogram);
        }
        return chart;
    }

    /** A bar for each bin; what lies below the threshold is told from what does not by its colour. */
    private static BarChart bars(HistogramChart chart) {
        List<Bin> bins = chart.whole().toList();
        ChartLabels labels = chart.labels();
        List<Series> series = labels.threshold()
                .map(threshold -> List.of(
                        series(bins, "< " + threshold.label(), bin -> below(bin, threshold)),
                        series(bins, "\u2265 " + threshold.label(), bin -> bin.height() - below(bin, threshold))))
                .orElseGet(() -> List.of(series(bins, chart.table().columns().get(2), Bin::height)));
        return new BarChart(
                new ChartLabels(
                        labels.title(),
                        labels.alt(),
                        ValueFormat.number(chart.wording()),
                        withMarks(chart),
                        labels.yLabel(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty()),
                bins.stream().map(bin -> name(labels.format(), bin)).toList(),
                series,
                false,
                true);
    }

    /** Bars have no place between two of them, so what is pointed out there is said below. */
    private static String withMarks(HistogramChart chart) {
        Stream<String> marks = chart.marks().stream()
                .map(mark -> (mark.label() + " " + chart.numbers().text(mark.value())).strip());
        return Stream.concat(Stream.of(chart.labels().xLabel()).filter(label -> !label.isEmpty()), marks)
                .collect(Collectors.joining(" \u00b7 "));
    }

    /** As {@code 81–82 %}: what both ends have in common stands once, since it stands under a narrow bar. */
    private static String name(ValueFormat format, Bin bin) {
        int decimals = format.decimalsForStep(bin.high() - bin.low());
        String low = format.fixed(bin.low(), decimals);
        String high = format.fixed(bin.high(), decimals);
        Matcher unit = UNIT.matcher(high);
        return (unit.find() && low.endsWith(unit.group())
                        ? low.substring(0, low.length() - unit.group().length())
                        : low)
                + "\u2013" + high;
    }

    private static Series series(List<Bin> bins, String name, ToDoubleFunction<Bin> height) {
        return new Series(name, bins.stream().mapToDouble(height).boxed().toList());
    }

    /** The part of a bin below the threshold, as if its outcomes were spread evenly. */
    private static double below(Bin bin, Threshold threshold) {
        double share = (threshold.value() - bin.low()) / (bin.high() - bin.low());
        return bin.height() * Math.max(0, Math.min(1, share));
    }
}
