package io.futureos.studio.render.svg;

import io.futureos.studio.render.chart.BarChart;
import io.futureos.studio.render.svg.BarPlot.Bar;
import io.futureos.studio.render.svg.Canvas.Anchor;
import java.util.List;

/** Horizontal bars with their names on the left; values stand at the ends, unless the bars are stacked. */
final class LyingBars {

    private final BarPlot plot;
    private final BarChart chart;
    private final Canvas canvas;
    private final int rows;
    private final double lane;

    LyingBars(BarPlot plot, BarChart chart, Canvas canvas) {
        this.plot = plot;
        this.chart = chart;
        this.canvas = canvas;
        this.rows = Math.min(BarPlot.MAX_ROWS, chart.categories().size());
        this.lane = chart.series().size() == 1 || chart.stacked() ? 20 : 17;
    }

    void draw(double keyHeight) {
        int lanes = chart.stacked() ? 1 : Math.max(1, chart.series().size());
        double row = Math.max(32, lanes * lane + 12);
        double top = keyHeight + (chart.labels().threshold().isPresent() ? 24 : 6);
        double bottom = top + row * rows;
        double nameWidth = nameWidth();
        double valueWidth = chart.stacked() ? 20 : valueWidth() + 8;
        boolean hasNegative = plot.ends().anyMatch(end -> end < 0);
        double left = nameWidth + 12 + (hasNegative ? valueWidth : 0);
        Scale x = Scale.over(plot.ends(), chart.labels(), true, left, canvas.width() - valueWidth, 5);
        Axes.valuesBelow(canvas, x, top, bottom, axisName());
        for (int i = 0; i < rows; i++) {
            drawRow(i, x, top + row * i, row, nameWidth);
        }
        canvas.line(x.at(0), top, x.at(0), bottom, canvas.muted(), 1, "");
        Axes.thresholdAcross(canvas, x, chart.labels(), top, bottom);
        double end = bottom + 24 + (axisName().isEmpty() ? 0 : 18);
        canvas.height(end + LeftOut.draw(canvas, end, rows, chart.categories().size(), chart.wording()));
    }

    /** Values lie on the axis that the chart calls y, also when it is drawn lying. */
    private String axisName() {
        return chart.labels().yLabel();
    }

    private double nameWidth() {
        double widest = chart.categories().stream()
                .mapToDouble(name -> TextWidth.of(name, Canvas.FONT))
                .max()
                .orElse(0);
        return Math.min(canvas.width() * 0.34, widest);
    }

    private double valueWidth() {
        return plot.ends()
                .map(end -> TextWidth.of(plot.numbers().text(end), Canvas.FONT))
                .max()
                .orElse(0);
    }

    private void drawRow(int category, Scale x, double top, double row, double nameWidth) {
        double middle = top + row / 2;
        List<String> lines = TextWidth.lines(chart.categories().get(category), nameWidth, Canvas.FONT, 2);
        for (int i = 0; i < lines.size(); i++) {
            double baseline = middle + 4 + (i - (lines.size() - 1) / 2.0) * 14;
            canvas.text(nameWidth, baseline, lines.get(i), Anchor.END, canvas.ink(), false);
        }
        for (Bar bar : plot.bars(category)) {
            double y = middle + (bar.lane() - bar.lanes() / 2.0) * lane;
            double from = Math.min(x.at(bar.from()), x.at(bar.to()));
            double to = Math.max(x.at(bar.from()), x.at(bar.to()));
            canvas.bar(from, y + 1, to - from, lane - 2, canvas.series(bar.series()), 1);
            if (!chart.stacked()) {
                boolean isNegative = bar.to() < 0;
                String value = plot.numbers().text(bar.to());
                canvas.text(
                        isNegative ? from - 5 : to + 5,
                        y + lane / 2 + 4,
                        value,
                        isNegative ? Anchor.END : Anchor.START,
                        canvas.ink(),
                        false);
            }
        }
    }
}
