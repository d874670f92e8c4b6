package io.futureos.studio.render.svg;

import io.futureos.studio.render.chart.ChartLabels.Threshold;
import io.futureos.studio.render.chart.HistogramChart;
import io.futureos.studio.render.chart.HistogramChart.Bin;
import io.futureos.studio.render.chart.HistogramChart.Mark;
import io.futureos.studio.render.chart.ValueFormat;
import io.futureos.studio.render.svg.Canvas.Anchor;
import io.futureos.studio.render.svg.Canvas.Paint;
import io.futureos.studio.render.wording.ChartTerm;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Bins from the bottom, those below the threshold lighter than those above it; lines where values are marked. */
final class HistogramPlot {

    private static final int MOST_MARKS = 6;
    private static final double LEAST_SAID = 0.01;

    private final HistogramChart chart;
    private final Canvas canvas;
    private final List<Bin> bins;
    private final OptionalDouble threshold;

    HistogramPlot(HistogramChart chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
        this.bins = chart.whole().toList();
        this.threshold = chart.labels().threshold().stream()
                .mapToDouble(Threshold::value)
                .findFirst();
    }

    void draw() {
        double left = 4;
        double right = canvas.width() - 4.0;
        DoubleStream edges = bins.stream().flatMapToDouble(bin -> DoubleStream.of(bin.low(), bin.high()));
        DoubleStream marks = marks().stream().mapToDouble(Mark::value);
        Scale x = Scale.over(
                DoubleStream.concat(edges, marks), chart.labels(), false, left, right, canvas.width() < 500 ? 4 : 7);
        Flags flags = flags(x);
        double flagged = flags.place();
        double shares = threshold.isPresent() ? Flags.ROW : 0;
        double top = flagged + shares + 6;
        double bottom = top + Math.max(130, Math.min(190, canvas.width() * 0.26));
        double highest = bins.stream().mapToDouble(chart::drawn).max().orElse(1);

        Axes.valuesBelow(canvas, x, top, bottom, chart.labels().xLabel());
        for (Bin bin : bins) {
            draw(bin, x, bottom, (bottom - top) * (chart.drawn(bin) / highest));
        }
        canvas.line(left, bottom, right, bottom, canvas.muted(), 1, "");
        flags.draw(flagged, bottom);
        threshold.ifPresent(value -> drawShares(value, x.at(value), flagged + Flags.ROW - 2));
        canvas.height(bottom + 24 + (chart.labels().xLabel().isEmpty() ? 0 : 18));
    }

    private List<Mark> marks() {
        return chart.marks().stream().limit(MOST_MARKS).toList();
    }

    private Flags flags(Scale x) {
        var flags = new Flags(canvas);
        chart.labels()
                .threshold()
                .ifPresent(given -> flags.add(x.at(given.value()), given.label(), canvas.accent(), "5 4"));
        for (Mark mark : marks()) {
            String value = chart.numbers().text(mark.value());
            String label = mark.label().isEmpty() ? value : mark.label() + " " + value;
            flags.add(x.at(mark.value()), label, canvas.ink(), "");
        }
        return flags;
    }

    private void draw(Bin bin, Scale x, double bottom, double height) {
        double cut = Math.max(bin.low(), Math.min(bin.high(), threshold.orElse(bin.low())));
        drawPart(x.at(bin.low()), x.at(cut), bottom, height, canvas.series(0), 0.4);
        drawPart(x.at(cut), x.at(bin.high()), bottom, height, canvas.series(0), 0.9);
    }

    private void drawPart(double from, double to, double bottom, double height, Paint paint, double opacity) {
        double gap = to - from > 5 ? 1 : 0;
        if (to > from && height > 0) {
            canvas.bar(from, bottom - height, to - from - gap, height, paint, opacity);
        }
    }

    /** How much lies on either side of the threshold: beside it, or in one line where there is no room. */
    private void drawShares(double value, double at, double baseline) {
        double share = chart.shareBelow(value);
        if (Double.isNaN(share)) {
            return;
        }
        String under = chart.wording().say(ChartTerm.BELOW, percent(share));
        String over = chart.wording().say(ChartTerm.AT_OR_ABOVE, percent(1 - share));
        boolean fits = at - 8 >= bold(under) && at + 8 + bold(over) <= canvas.width();
        if (fits) {
            canvas.textOnLines(at - 8, baseline, under, Anchor.END, canvas.ink(), true);
            canvas.textOnLines(at + 8, baseline, over, Anchor.START, canvas.ink(), true);
            return;
        }
        String both = under + ", " + over;
        double left = Math.max(0, Math.min(canvas.width() - bold(both), at - bold(both) / 2));
        canvas.textOnLines(left, baseline, both, Anchor.START, canvas.ink(), true);
    }

    /** Nothing that is possible is called 0, and nothing that is not certain 100 per cent. */
    private String percent(double share) {
        ValueFormat format = ValueFormat.percent(chart.wording());
        if (share > 0 && share < LEAST_SAID) {
            return "< " + format.fixed(LEAST_SAID, 0);
        }
        return share < 1 && share > 1 - LEAST_SAID ? "> " + format.fixed(1 - LEAST_SAID, 0) : format.fixed(share, 0);
    }

    private static double bold(String text) {
        return TextWidth.of(text, Canvas.FONT) * 1.08;
    }
}
