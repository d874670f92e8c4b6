package io.futureos.studio.render.svg;

import io.futureos.studio.render.chart.WaterfallChart;
import io.futureos.studio.render.chart.WaterfallChart.Bar;
import io.futureos.studio.render.chart.WaterfallChart.Kind;
import io.futureos.studio.render.svg.Canvas.Anchor;
import io.futureos.studio.render.svg.Canvas.Paint;
import io.futureos.studio.render.wording.ChartTerm;
import java.util.List;

/** Bars one below the other, each beginning where the one above it ended; totals stand on the zero line. */
final class WaterfallPlot {

    private static final int MAX_ROWS = 60;
    private static final double ROW = 30;
    private static final double BAR = 18;

    private final WaterfallChart chart;
    private final Canvas canvas;
    private final List<Bar> bars;

    WaterfallPlot(WaterfallChart chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
        this.bars = chart.bars().subList(0, Math.min(MAX_ROWS, chart.bars().size()));
    }

    void draw() {
        double nameWidth = widestName();
        double left = nameWidth + 12;
        double right = canvas.width() - widestValue() - 8;
        Scale x = Scale.over(chart.ends(), chart.labels(), true, left, right, canvas.width() < 500 ? 3 : 6);
        var flags = new Flags(canvas);
        chart.labels()
                .threshold()
                .ifPresent(given -> flags.add(x.at(given.value()), given.label(), canvas.accent(), "5 4"));
        double flagged = flags.place();
        double top = flagged + 4;
        double bottom = top + ROW * bars.size() + 4;
        String name = chart.labels().yLabel().isEmpty()
                ? chart.labels().xLabel()
                : chart.labels().yLabel();

        Axes.valuesBelow(canvas, x, top, bottom, name);
        for (int i = 0; i < bars.size(); i++) {
            drawBar(i, x, top + 2 + ROW * (i + 0.5));
        }
        canvas.line(x.at(0), top, x.at(0), bottom, canvas.muted(), 1, "");
        flags.draw(flagged, bottom);
        for (int i = 0; i < bars.size(); i++) {
            label(bars.get(i), x, top + 2 + ROW * (i + 0.5), nameWidth);
        }
        double end = bottom + 24 + (name.isEmpty() ? 0 : 18);
        canvas.height(end + LeftOut.draw(canvas, end, bars.size(), chart.bars().size(), chart.wording()));
    }

    private double widestName() {
        double widest = bars.stream()
                .mapToDouble(bar -> TextWidth.of(bar.name(), Canvas.FONT) * 1.08)
                .max()
                .orElse(0);
        return Math.min(canvas.width() * 0.32, widest);
    }

    private double widestValue() {
        return bars.stream()
                .mapToDouble(bar -> TextWidth.of(text(bar), Canvas.FONT) * 1.08)
                .max()
                .orElse(0);
    }

    private String text(Bar bar) {
        return bar.isWhole() ? chart.text(bar) : chart.wording().say(ChartTerm.NO_VALUE);
    }

    private Paint paint(Bar bar) {
        return bar.kind() == Kind.TOTAL ? canvas.muted() : canvas.series(bar.to() >= bar.from() ? 0 : 1);
    }

    /** Steps down are lighter than steps up, which is seen in grey too; their sign says it in words. */
    private void drawBar(int index, Scale x, double middle) {
        Bar bar = bars.get(index);
        if (!bar.isWhole()) {
            return;
        }
        double from = x.at(Math.min(bar.from(), bar.to()));
        double to = x.at(Math.max(bar.from(), bar.to()));
        double opacity = bar.kind() == Kind.STEP && bar.to() < bar.from() ? 0.6 : 1;
        canvas.bar(from, middle - BAR / 2, Math.max(1, to - from), BAR, paint(bar), opacity);
        if (index + 1 < bars.size()) {
            double at = x.at(bar.to());
            canvas.line(at, middle + BAR / 2, at, middle + ROW - BAR / 2, canvas.muted(), 1, "");
        }
    }

    private void label(Bar bar, Scale x, double middle, double nameWidth) {
        boolean isTotal = bar.kind() == Kind.TOTAL;
        List<String> lines = TextWidth.lines(bar.name(), isTotal ? nameWidth / 1.08 : nameWidth, Canvas.FONT, 2);
        for (int i = 0; i < lines.size(); i++) {
            double baseline = middle + 4 + (i - (lines.size() - 1) / 2.0) * 14;
            canvas.text(nameWidth, baseline, lines.get(i), Anchor.END, canvas.ink(), isTotal);
        }
        if (!bar.isWhole()) {
            canvas.textOnLines(x.start(), middle + 4, text(bar), Anchor.START, canvas.muted(), false);
            return;
        }
        double at = x.at(Math.max(bar.from(), bar.to())) + 6;
        canvas.textOnLines(at, middle + 4, text(bar), Anchor.START, canvas.ink(), isTotal);
    }
}
