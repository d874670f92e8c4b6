package io.futureos.studio.render.svg;

import io.futureos.studio.render.chart.ChartLabels;
import io.futureos.studio.render.chart.ValueFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Maps values to positions between {@code start} and {@code end}, with ticks at round values. */
public record Scale(double low, double high, double step, double start, double end, ValueFormat format) {

    /**
     * A scale over {@code values} and what the labels ask for.
     *
     * @param withZero whether the axis must reach zero, as bars need
     * @param ticks about how many ticks there is room for
     */
    public static Scale over(
            DoubleStream values, ChartLabels labels, boolean withZero, double start, double end, int ticks) {
        var range = values.summaryStatistics();
        double low = range.getMin();
        double high = range.getMax();
        if (labels.threshold().isPresent()) {
            low = Math.min(low, labels.threshold().get().value());
            high = Math.max(high, labels.threshold().get().value());
        }
        if (withZero) {
            low = Math.min(low, 0);
            high = Math.max(high, 0);
        }
        boolean isShare = labels.format().isPercent() && low >= 0 && high <= 1;
        low = Math.min(low, labels.minimum().orElse(low));
        high = Math.max(high, labels.maximum().orElse(high));
        if (high - low <= Math.max(Math.abs(low), Math.abs(high)) * 1e-9) {
            double margin = low == 0 ? 1 : Math.abs(low) * 0.1;
            low = isShare ? Math.max(0, low - margin) : low - margin;
            high = isShare ? Math.min(1, high + margin) : high + margin;
        }
        double step = niceStep((high - low) / Math.max(2, ticks));
        double bottom = StrictMath.floor(low / step + 1e-9) * step;
        double top = StrictMath.ceil(high / step - 1e-9) * step;
        return new Scale(bottom, isShare ? Math.min(1, top) : top, step, start, end, labels.format());
    }

    /** The smallest of 1, 2, 2.5 and 5 times a power of ten that is at least {@code raw}. */
    private static double niceStep(double raw) {
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(raw)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (factor * power >= raw * 0.999) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** Where {@code value} lies. */
    public double at(double value) {
        return start + (end - start) * ((value - low) / (high - low));
    }

    public List<Double> ticks() {
        var ticks = new ArrayList<Double>();
        long first = Math.round(low / step);
        for (int i = 0; i <= 20 && (first + i) * step <= high + step * 1e-6; i++) {
            ticks.add((first + i) * step);
        }
        return ticks;
    }

    public String label(double tick) {
        return format.fixed(tick, format.decimalsForStep(step));
    }

    double widestLabel() {
        return ticks().stream()
                .mapToDouble(tick -> TextWidth.of(label(tick), Canvas.FONT))
                .max()
                .orElse(0);
    }
}
