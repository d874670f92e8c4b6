package io.futureos.studio.render.svg;

import io.futureos.studio.render.chart.ChartLabels;
import io.futureos.studio.render.chart.IntervalChart;
import io.futureos.studio.render.chart.IntervalChart.Item;
import io.futureos.studio.render.chart.Numbers;
import io.futureos.studio.render.svg.Canvas.Anchor;
import io.futureos.studio.render.wording.ChartTerm;
import java.util.List;

/** A dot and two whiskers for each item, with its name on the left (above, where there is little room) and its values. */
final class IntervalPlot {

    private static final int MAX_ROWS = 60;
    private static final double ROOMY = 500;

    private final IntervalChart chart;
    private final ChartLabels labels;
    private final Canvas canvas;
    private final List<Item> items;
    private final Numbers numbers;
    private final boolean isNarrow;

    IntervalPlot(IntervalChart chart, Canvas canvas) {
        this.chart = chart;
        this.labels = chart.labels();
        this.canvas = canvas;
        this.items = chart.items().subList(0, Math.min(MAX_ROWS, chart.items().size()));
        this.numbers = chart.numbers();
        this.isNarrow = canvas.width() < ROOMY;
    }

    void draw() {
        double row = isNarrow ? 52 : 40;
        double top = labels.threshold().isPresent() ? 22 : 8;
        double bottom = top + row * items.size();
        double nameWidth = isNarrow ? 0 : nameWidth();
        double valueWidth = isNarrow ? 0 : valueWidth();
        double left = isNarrow ? 12 : nameWidth + 16;
        double right = canvas.width() - (isNarrow ? 14 : valueWidth + 16);
        Scale x = Scale.over(
                chart.items().stream().flatMapToDouble(Item::values), labels, false, left, right, isNarrow ? 4 : 5);
        Axes.valuesBelow(canvas, x, top, bottom, labels.xLabel());
        Axes.thresholdAcross(canvas, x, labels, top, bottom);
        for (int i = 0; i < items.size(); i++) {
            drawItem(items.get(i), x, top + row * i, row, nameWidth);
        }
        double end = bottom + 24 + (labels.xLabel().isEmpty() ? 0 : 18);
        canvas.height(
                end + LeftOut.draw(canvas, end, items.size(), chart.items().size(), chart.wording()));
    }

    private double nameWidth() {
        double widest = items.stream()
                .mapToDouble(item -> TextWidth.of(item.name(), Canvas.FONT))
                .max()
                .orElse(0);
        return Math.min(canvas.width() * 0.28, widest);
    }

    private double valueWidth() {
        return items.stream()
                .mapToDouble(
                        item -> TextWidth.of(middle(item), Canvas.FONT) * 1.08 + TextWidth.of(range(item), Canvas.FONT))
                .max()
                .orElse(0);
    }

    private String middle(Item item) {
        return numbers.text(item.mid());
    }

    private String range(Item item) {
        if (item.values().findAny().isEmpty()) {
            return "  " + chart.wording().say(ChartTerm.NO_VALUES_OF_ITEM);
        }
        boolean hasRange = !Double.isNaN(item.low()) && !Double.isNaN(item.high());
        String ends = numbers.text(item.low()) + " – " + numbers.text(item.high());
        return hasRange ? "  (" + ends + ")" : "";
    }

    private void drawItem(Item item, Scale x, double top, double row, double nameWidth) {
        double y = isNarrow ? top + 34 : top + row / 2;
        drawName(item, top, y, nameWidth);
        drawWhisker(x, item.low(), item.high(), y, 2);
        drawWhisker(x, item.innerLow(), item.innerHigh(), y, 7);
        if (!Double.isNaN(item.mid())) {
            canvas.dot(x.at(item.mid()), y, 7, canvas.background());
            canvas.dot(x.at(item.mid()), y, 5.5, canvas.series(1));
        }
    }

    private void drawName(Item item, double top, double y, double nameWidth) {
        String middle = middle(item);
        String range = range(item);
        double middleWidth = TextWidth.of(middle, Canvas.FONT) * 1.08;
        if (isNarrow) {
            double start = canvas.width() - TextWidth.of(range, Canvas.FONT) - middleWidth;
            String name = TextWidth.fitted(item.name(), start - 8, Canvas.FONT);
            canvas.textOnLines(0, top + 16, name, Anchor.START, canvas.ink(), true);
            canvas.textOnLines(start, top + 16, middle, Anchor.START, canvas.ink(), true);
            canvas.textOnLines(canvas.width(), top + 16, range.strip(), Anchor.END, canvas.muted(), false);
            return;
        }
        List<String> lines = TextWidth.lines(item.name(), nameWidth, Canvas.FONT, 2);
        for (int i = 0; i < lines.size(); i++) {
            double baseline = y + 4 + (i - (lines.size() - 1) / 2.0) * 15;
            canvas.text(nameWidth, baseline, lines.get(i), Anchor.END, canvas.ink(), false);
        }
        double start = canvas.width() - valueWidth();
        canvas.text(start, y + 4, middle, Anchor.START, canvas.ink(), true);
        canvas.text(start + middleWidth + 6, y + 4, range.strip(), Anchor.START, canvas.muted(), false);
    }

    private void drawWhisker(Scale x, double low, double high, double y, double thickness) {
        if (!Double.isNaN(low) && !Double.isNaN(high)) {
            canvas.line(x.at(low), y, x.at(high), y, canvas.series(0), thickness, "");
        }
    }
}
