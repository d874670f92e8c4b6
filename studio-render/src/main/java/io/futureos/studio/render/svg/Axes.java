package io.futureos.studio.render.svg;

import io.futureos.studio.render.chart.ChartLabels;
import io.futureos.studio.render.svg.Canvas.Anchor;

/** Grid lines, ticks and the names of axes; as light as they can be. */
final class Axes {

    private Axes() {}

    /** A vertical value axis with its grid; its name stands above, where it can be read without turning the head. */
    static void valuesFromTheLeft(Canvas canvas, Scale y, double left, double right, String name, double nameTop) {
        canvas.text(
                0,
                nameTop + 12,
                TextWidth.fitted(name, canvas.width(), Canvas.FONT),
                Anchor.START,
                canvas.muted(),
                false);
        for (double tick : y.ticks()) {
            boolean isZero = Math.abs(tick) < y.step() * 1e-6;
            canvas.line(left, y.at(tick), right, y.at(tick), isZero ? canvas.muted() : canvas.rule(), 1, "");
            canvas.text(left - 8, y.at(tick) + 4, y.label(tick), Anchor.END, canvas.muted(), false);
        }
    }

    static void belowThePlot(Canvas canvas, XAxis x, double bottom, String name, double left, double right) {
        for (XAxis.Label label : x.labels(canvas.width())) {
            canvas.line(label.at(), bottom, label.at(), bottom + 5, canvas.muted(), 1, "");
            canvas.text(label.middle(), bottom + 19, label.text(), Anchor.MIDDLE, canvas.muted(), false);
        }
        nameBelow(canvas, name, left, right, bottom + 39);
    }

    /** A horizontal value axis with its grid. */
    static void valuesBelow(Canvas canvas, Scale x, double top, double bottom, String name) {
        double lastEnd = Double.NEGATIVE_INFINITY;
        for (double tick : x.ticks()) {
            String label = x.label(tick);
            double half = TextWidth.of(label, Canvas.FONT) / 2;
            double middle = Math.max(half, Math.min(canvas.width() - half, x.at(tick)));
            canvas.line(x.at(tick), top, x.at(tick), bottom, canvas.rule(), 1, "");
            if (middle - half > lastEnd + 8) {
                canvas.text(middle, bottom + 17, label, Anchor.MIDDLE, canvas.muted(), false);
                lastEnd = middle + half;
            }
        }
        nameBelow(canvas, name, x.start(), x.end(), bottom + 37);
    }

    private static void nameBelow(Canvas canvas, String name, double left, double right, double baseline) {
        String shown = TextWidth.fitted(name, canvas.width(), Canvas.FONT);
        double half = TextWidth.of(shown, Canvas.FONT) / 2;
        double middle = Math.max(half, Math.min(canvas.width() - half, (left + right) / 2));
        canvas.text(middle, baseline, shown, Anchor.MIDDLE, canvas.muted(), false);
    }

    /** A vertical reference line with its label above the plot. */
    static void thresholdAcross(Canvas canvas, Scale x, ChartLabels labels, double top, double bottom) {
        if (labels.threshold().isEmpty()) {
            return;
        }
        double at = x.at(labels.threshold().get().value());
        String label = TextWidth.fitted(labels.threshold().get().label(), canvas.width(), Canvas.FONT);
        double half = TextWidth.of(label, Canvas.FONT) / 2;
        double middle = Math.max(half, Math.min(canvas.width() - half, at));
        canvas.line(at, top, at, bottom, canvas.accent(), 1.4, "5 4");
        canvas.text(middle, top - 6, label, Anchor.MIDDLE, canvas.accent(), false);
    }
}
