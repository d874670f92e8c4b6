package io.futureos.studio.render.svg;

import io.futureos.studio.render.chart.ChartLabels;
import io.futureos.studio.render.chart.LineChart;
import io.futureos.studio.render.chart.LineChart.Band;
import io.futureos.studio.render.chart.Numbers;
import io.futureos.studio.render.chart.Series;
import io.futureos.studio.render.svg.Canvas.Anchor;
import io.futureos.studio.render.svg.Canvas.Paint;
import java.util.ArrayList;
import java.util.List;

/** Lines with bands behind them. What the bands surround has their colour, what came before is in ink. */
final class LinePlot {

    private static final String[] DASHES = {"", "", "7 3", "2 3", "9 3 2 3", "5 5"};
    private static final String[] SURROUNDED_DASHES = {"", "7 3", "2 3", "9 3 2 3", "5 5"};
    private static final double[] BAND_OPACITY = {0.2, 0.26, 0.3};
    private static final int FEW_POINTS = 16;

    private final LineChart chart;
    private final ChartLabels labels;
    private final Canvas canvas;
    private final Numbers numbers;
    private final boolean isLabelledAtEnd;

    LinePlot(LineChart chart, Canvas canvas) {
        this.chart = chart;
        this.labels = chart.labels();
        this.canvas = canvas;
        this.numbers = chart.numbers();
        this.isLabelledAtEnd = canLabelAtEnd();
    }

    void draw() {
        double height = Math.max(170, Math.min(270, canvas.width() * 0.38));
        double keyHeight = KeyRow.draw(canvas, 22, keyEntries());
        double top = keyHeight + (labels.yLabel().isEmpty() ? 0 : 22) + (hasSplitLabel() ? 20 : 10);
        double bottom = top + height;
        Scale y = Scale.over(chart.allSeries().flatMapToDouble(Series::present), labels, false, bottom, top, 5);
        double left = y.widestLabel() + 10;
        double right = canvas.width() - Math.max(10, endLabelWidth());
        var x = new XAxis(chart.x(), left, right, chart.wording());
        canvas.height(bottom + 24 + (labels.xLabel().isEmpty() ? 0 : 20));

        Axes.valuesFromTheLeft(canvas, y, left, right, labels.yLabel(), keyHeight + (keyHeight > 0 ? 2 : 0));
        Axes.belowThePlot(canvas, x, bottom, labels.xLabel(), left, right);
        drawBands(x, y);
        drawSplit(x, top, bottom, right);
        drawThreshold(x, y, left, right);
        drawSeries(x, y);
        drawEndLabels(x, y, top, bottom);
    }

    private boolean hasSplitLabel() {
        return labels.split().filter(split -> !split.label().isEmpty()).isPresent();
    }

    private Paint paint(int index) {
        if (chart.bands().isEmpty()) {
            return canvas.series(index);
        }
        Series series = chart.series().get(index);
        if (!chart.isSurrounded(series)) {
            return canvas.ink();
        }
        return canvas.series(surroundedBefore(index));
    }

    private int surroundedBefore(int index) {
        return (int) chart.series().subList(0, index).stream()
                .filter(chart::isSurrounded)
                .count();
    }

    /** One line needs no key if its name fits at its end; several do not either if all of them end at the right. */
    private boolean canLabelAtEnd() {
        int last = chart.x().size() - 1;
        boolean allEndAtTheRight = chart.series().stream().allMatch(series -> series.lastIndex() == last);
        boolean allFit = chart.series().stream()
                .allMatch(series -> TextWidth.of(series.name(), Canvas.FONT) <= canvas.width() * 0.24);
        return chart.bands().isEmpty()
                && allEndAtTheRight
                && allFit
                && chart.series().size() <= 8;
    }

    private List<KeyRow.Entry> keyEntries() {
        var entries = new ArrayList<KeyRow.Entry>();
        if (isLabelledAtEnd) {
            return entries;
        }
        for (int i = 0; i < chart.series().size(); i++) {
            int index = i;
            entries.add(new KeyRow.Entry(
                    chart.series().get(i).name(),
                    (x, y) -> canvas.line(x, y, x + 22, y, paint(index), 2.5, dashes(index))));
        }
        for (int i = 0; i < chart.bands().size(); i++) {
            int depth = i;
            entries.add(new KeyRow.Entry(chart.bands().get(i).name(), (x, y) -> {
                for (int k = 0; k <= depth; k++) {
                    canvas.bar(x, y - 6, 22, 12, canvas.series(0), bandOpacity(k));
                }
            }));
        }
        return entries;
    }

    private static double bandOpacity(int index) {
        return BAND_OPACITY[Math.min(index, BAND_OPACITY.length - 1)];
    }

    /** Beside bands the first line that they surround is whole, and the others are dashed, so that they stay apart in grey. */
    private String dashes(int index) {
        if (chart.bands().isEmpty()) {
            return DASHES[index % DASHES.length];
        }
        return chart.isSurrounded(chart.series().get(index))
                ? SURROUNDED_DASHES[surroundedBefore(index) % SURROUNDED_DASHES.length]
                : "";
    }

    private String endLabel(Series series) {
        if (isLabelledAtEnd) {
            return series.name();
        }
        int last = series.lastIndex();
        boolean endsAtTheRight =
                last >= 0 && last == chart.x().size() - 1 && chart.series().size() <= 8;
        return endsAtTheRight ? numbers.text(series.values().get(last)) : "";
    }

    private double endLabelWidth() {
        return chart.series().stream()
                .mapToDouble(series -> TextWidth.of(endLabel(series), Canvas.FONT) * 1.08 + 10)
                .max()
                .orElse(0);
    }

    private void drawBands(XAxis x, Scale y) {
        for (int i = 0; i < chart.bands().size(); i++) {
            canvas.area(bandPath(chart.bands().get(i), x, y), canvas.series(0), bandOpacity(i));
        }
    }

    private String bandPath(Band band, XAxis x, Scale y) {
        var path = new StringBuilder();
        int from = 0;
        while (from < chart.x().size()) {
            int to = from;
            while (to < chart.x().size() && band.has(to)) {
                to++;
            }
            for (int i = from; i < to; i++) {
                path.append(point(
                        i == from ? "M" : "L",
                        x.at(i),
                        y.at(band.upper().values().get(i))));
            }
            for (int i = to - 1; i >= from; i--) {
                path.append(point("L", x.at(i), y.at(band.lower().values().get(i))));
            }
            path.append(to > from ? "Z" : "");
            from = to + 1;
        }
        return path.toString();
    }

    private static String point(String command, double x, double y) {
        return command + Canvas.number(x) + " " + Canvas.number(y);
    }

    private void drawSeries(XAxis x, Scale y) {
        boolean isFew = chart.x().size() <= FEW_POINTS;
        for (int k = 0; k < chart.series().size(); k++) {
            Series series = chart.series().get(k);
            var path = new StringBuilder();
            for (int i = 0; i < chart.x().size(); i++) {
                if (!series.has(i)) {
                    continue;
                }
                boolean startsHere = i == 0 || !series.has(i - 1);
                boolean isAlone = startsHere && (i + 1 == chart.x().size() || !series.has(i + 1));
                double value = y.at(series.values().get(i));
                path.append(point(startsHere ? "M" : "L", x.at(i), value));
                if (isAlone || isFew) {
                    canvas.dot(x.at(i), value, 3, paint(k));
                }
            }
            if (path.length() > 0) {
                canvas.path(path.toString(), paint(k), chart.x().size() > 400 ? 1.2 : 2.2, dashes(k));
            }
        }
    }

    private void drawEndLabels(XAxis x, Scale y, double top, double bottom) {
        var ends = new EndLabels();
        double start = 0;
        for (int k = 0; k < chart.series().size(); k++) {
            Series series = chart.series().get(k);
            String text = endLabel(series);
            if (!text.isEmpty()) {
                start = x.at(chart.x().size() - 1) + 6;
                ends.add(y.at(series.values().get(series.lastIndex())), text, paint(k));
            }
        }
        ends.draw(canvas, start, top, bottom);
    }

    private void drawSplit(XAxis x, double top, double bottom, double right) {
        if (labels.split().isEmpty()) {
            return;
        }
        int index = x.indexOf(labels.split().get().x());
        if (index < 0) {
            return;
        }
        double at = x.at(index);
        canvas.line(at, top - 8, at, bottom, canvas.muted(), 1, "");
        String label = TextWidth.fitted(labels.split().get().label(), canvas.width() * 0.45, Canvas.FONT);
        boolean fitsRight = at + 6 + TextWidth.of(label, Canvas.FONT) <= Math.max(right, canvas.width() - 4.0);
        canvas.textOnLines(
                fitsRight ? at + 6 : at - 6,
                top - 6,
                label,
                fitsRight ? Anchor.START : Anchor.END,
                canvas.muted(),
                false);
    }

    private void drawThreshold(XAxis x, Scale y, double left, double right) {
        if (labels.threshold().isEmpty()) {
            return;
        }
        ChartLabels.Threshold threshold = labels.threshold().get();
        double at = y.at(threshold.value());
        canvas.line(left, at, right, at, canvas.accent(), 1.4, "5 4");
        String label = TextWidth.fitted(threshold.label(), right - left, Canvas.FONT);
        var place = new FreePlace(chart, x, y).forLabel(at, TextWidth.of(label, Canvas.FONT), left, right);
        canvas.textOnLines(place.x(), place.y(), label, place.anchor(), canvas.accent(), false);
    }
}
