package io.futureos.studio.render.svg;

import io.futureos.studio.render.chart.BarChart;
import io.futureos.studio.render.svg.BarPlot.Bar;
import io.futureos.studio.render.svg.Canvas.Anchor;
import java.util.List;

/** Vertical bars with their names below; values stand on top where there is room. */
final class StandingBars {

    private static final double GROUP_SHARE = 0.76;
    private static final double WIDEST_BAR = 64;

    private final BarPlot plot;
    private final BarChart chart;
    private final Canvas canvas;

    StandingBars(BarPlot plot, BarChart chart, Canvas canvas) {
        this.plot = plot;
        this.chart = chart;
        this.canvas = canvas;
    }

    /** Whether every category's name fits below its bars in two lines. */
    static boolean namesFit(BarChart chart, Canvas canvas) {
        double slot = (canvas.width() - 60.0) / Math.max(1, chart.categories().size());
        return chart.categories().stream()
                .allMatch(name ->
                        TextWidth.lines(name, slot - 8, Canvas.FONT, 2).stream().noneMatch(line -> line.endsWith("…")));
    }

    void draw(double keyHeight) {
        double height = Math.max(160, Math.min(220, canvas.width() * 0.3));
        double top = keyHeight + (chart.labels().yLabel().isEmpty() ? 0 : 22) + 14;
        double bottom = top + height;
        Scale y = Scale.over(plot.ends(), chart.labels(), true, bottom, top, 4);
        double left = y.widestLabel() + 10;
        double right = canvas.width() - 4.0;
        Axes.valuesFromTheLeft(canvas, y, left, right, chart.labels().yLabel(), keyHeight + (keyHeight > 0 ? 2 : 0));
        double slot = (right - left) / Math.max(1, chart.categories().size());
        boolean hasValues = valuesFit(slot);
        for (int i = 0; i < chart.categories().size(); i++) {
            for (Bar bar : plot.bars(i)) {
                drawBar(bar, y, left + slot * (i + 0.5), slot, hasValues);
            }
        }
        double end = drawNames(left, slot, bottom);
        canvas.line(left, y.at(0), right, y.at(0), canvas.muted(), 1, "");
        drawThreshold(y, left, right);
        canvas.text(
                (left + right) / 2,
                end + 20,
                TextWidth.fitted(chart.labels().xLabel(), right - left, Canvas.FONT),
                Anchor.MIDDLE,
                canvas.muted(),
                false);
        canvas.height(end + (chart.labels().xLabel().isEmpty() ? 6 : 26));
    }

    private void drawThreshold(Scale y, double left, double right) {
        chart.labels().threshold().ifPresent(threshold -> {
            double at = y.at(threshold.value());
            canvas.line(left, at, right, at, canvas.accent(), 1.4, "5 4");
            String label = TextWidth.fitted(threshold.label(), right - left, Canvas.FONT);
            canvas.textOnLines(right, at - 6, label, Anchor.END, canvas.accent(), false);
        });
    }

    private double barWidth(Bar bar, double slot) {
        return Math.min(WIDEST_BAR, slot * GROUP_SHARE / bar.lanes());
    }

    private boolean valuesFit(double slot) {
        int lanes = Math.max(1, chart.series().size());
        double room = lanes == 1 ? slot - 4 : slot * GROUP_SHARE / lanes - 2;
        return !chart.stacked()
                && plot.ends().allMatch(end -> TextWidth.of(plot.numbers().text(end), Canvas.FONT) <= room);
    }

    private void drawBar(Bar bar, Scale y, double middle, double slot, boolean hasValue) {
        double width = barWidth(bar, slot);
        double gap = width > 6 ? 1 : 0;
        double x = middle + (bar.lane() - bar.lanes() / 2.0) * width;
        double upper = Math.min(y.at(bar.from()), y.at(bar.to()));
        double lower = Math.max(y.at(bar.from()), y.at(bar.to()));
        canvas.bar(x + gap, upper, width - 2 * gap, lower - upper, canvas.series(bar.series()), 1);
        if (hasValue) {
            double baseline = bar.to() < 0 ? lower + 14 : upper - 5;
            String value = plot.numbers().text(bar.to());
            canvas.textOnLines(x + width / 2, baseline, value, Anchor.MIDDLE, canvas.ink(), false);
        }
    }

    /** Writes the names below the plot, thinned out if there are too many; answers where they end. */
    private double drawNames(double left, double slot, double bottom) {
        if (!namesFit(chart, canvas)) {
            double inset = slot / 2;
            var axis = new XAxis(
                    chart.categories(),
                    left + inset,
                    left + slot * chart.categories().size() - inset,
                    chart.wording());
            for (XAxis.Label label : axis.labels(canvas.width())) {
                canvas.text(label.middle(), bottom + 18, label.text(), Anchor.MIDDLE, canvas.ink(), false);
            }
            return bottom + 22;
        }
        int most = 1;
        for (int i = 0; i < chart.categories().size(); i++) {
            List<String> lines = TextWidth.lines(chart.categories().get(i), slot - 8, Canvas.FONT, 2);
            most = Math.max(most, lines.size());
            for (int line = 0; line < lines.size(); line++) {
                canvas.text(
                        left + slot * (i + 0.5),
                        bottom + 18 + 15 * line,
                        lines.get(line),
                        Anchor.MIDDLE,
                        canvas.ink(),
                        false);
            }
        }
        return bottom + 22 + 15 * (most - 1);
    }
}
