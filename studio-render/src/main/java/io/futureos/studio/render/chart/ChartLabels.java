package io.futureos.studio.render.chart;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What surrounds the data of a chart; texts that were not given are empty.
 *
 * @param title states the finding
 * @param alt the finding for who cannot see the chart
 * @param minimum where the value axis is to begin, if the data allow it
 * @param maximum where the value axis is to end, if the data allow it
 */
public record ChartLabels(
        String title,
        String alt,
        ValueFormat format,
        String xLabel,
        String yLabel,
        Optional<Threshold> threshold,
        Optional<Split> split,
        OptionalDouble minimum,
        OptionalDouble maximum) {

    /** A reference line at a value. */
    public record Threshold(double value, String label) {}

    /** A vertical line at one of the chart's x. */
    public record Split(String x, String label) {}
}
