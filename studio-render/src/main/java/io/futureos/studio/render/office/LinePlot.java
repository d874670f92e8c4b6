package io.futureos.studio.render.office;

import io.futureos.studio.render.chart.ChartLabels.Threshold;
import io.futureos.studio.render.chart.LineChart;
import io.futureos.studio.render.chart.LineChart.Band;
import io.futureos.studio.render.chart.Series;
import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.look.Rgb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lines, and a fan behind them. What the bands surround has their colour, what came before is in ink; each line is named at its
 * end if it fits there.
 */
final class LinePlot extends Plot {

    private static final double LINE = 2.25;
    private static final double REFERENCE = 1.5;
    private static final String[] DASHES = {"solid", "sysDash", "sysDot", "lgDash", "dashDot"};
    private static final int FEW_POINTS = 16;
    private static final int MANY_LINES = 8;
    private static final double WIDEST_NAME = 0.24;

    /** Between labels at the ends of lines, in lines of text. */
    private static final double APART = 1.3;

    private final LineChart chart;
    private final Fan fan;
    private final boolean isNamedAtEnd;

    LinePlot(LineChart chart, Palette palette, Frame frame) {
        super(
                chart.labels(),
                new ChartSheet(chart.labels().xLabel(), chart.x(), chart.numbers()),
                palette,
                frame,
                Stand.LINES,
                scale(chart.allSeries().flatMapToDouble(Series::present), chart.labels(), Stand.LINES));
        this.chart = chart;
        this.fan = new Fan(this, chart);
        this.isNamedAtEnd = canBeNamedAtEnd();
    }

    private boolean canBeNamedAtEnd() {
        int last = chart.x().size() - 1;
        return chart.bands().isEmpty()
                && chart.series().size() <= MANY_LINES
                && chart.series().stream().allMatch(series -> series.lastIndex() == last)
                && chart.series().stream().allMatch(series -> textWidth(series.name()) <= frame.width() * WIDEST_NAME)
                && chart.series().stream().allMatch(this::endsApart);
    }

    /** Whether no other line ends so near that two labels would touch. */
    private boolean endsApart(Series one) {
        double height = frame.height() * 0.7;
        double end = scale().at(one.values().get(one.lastIndex())) * height;
        return chart.series().stream()
                .filter(other -> other != one && other.lastIndex() == one.lastIndex())
                .allMatch(other -> Math.abs(scale().at(other.values().get(other.lastIndex())) * height - end)
                        >= APART * frame.fontSize());
    }

    @Override
    List<String> legend() {
        if (isNamedAtEnd) {
            return List.of();
        }
        var names = new ArrayList<String>();
        chart.bands().forEach(band -> names.add(band.name()));
        chart.series().forEach(series -> names.add(series.name()));
        return names.size() == 1 && chart.bands().isEmpty() ? List.of() : names;
    }

    @Override
    double roomAtTheRight() {
        return chart.series().stream()
                .filter(this::isLabelled)
                .mapToDouble(series -> textWidth(endLabel(series)) * 1.1 + frame.fontSize())
                .max()
                .orElse(0);
    }

    @Override
    double linesAbove() {
        return chart.labels().split().isPresent() ? 1 : 0;
    }

    private boolean isLabelled(Series series) {
        int last = series.lastIndex();
        boolean endsAtTheRight = last >= 0 && last == chart.x().size() - 1 && chart.series().size() <= MANY_LINES;
        return isNamedAtEnd || endsAtTheRight && endsApart(series);
    }

    private String endLabel(Series series) {
        return isNamedAtEnd ? series.name() : chart.numbers().text(series.values().get(series.lastIndex()));
    }

    @Override
    void writePlots() {
        int[] lines = chart.series().stream()
                .mapToInt(series -> sheet.add(series.name(), values(series)))
                .toArray();
        fan.write(lines);
        xml.open("c:lineChart").set("c:grouping", "standard").set("c:varyColors", 0);
        for (int i = 0; i < lines.length; i++) {
            writeLine(lines[i], i);
        }
        fan.writeEdges();
        chart.labels().threshold().ifPresent(this::writeThreshold);
        xml.set("c:marker", 1);
        writeAxisIds();
        xml.close("c:lineChart");
    }

    private void writeLine(int column, int index) {
        Series series = chart.series().get(index);
        int which = openSeries(column);
        writeLine(colour(index), LINE, dash(index));
        boolean isDotted = series.present().count() == 1 || chart.x().size() <= FEW_POINTS;
        writeMarker(isDotted ? "circle" : "none", colour(index));
        if (isLabelled(series)) {
            writeLabelAt(series.lastIndex(), isNamedAtEnd ? Said.NAME : Said.VALUE, colour(index), "r");
        }
        if (legend().isEmpty()) {
            unnamed(which);
        }
        writeLineValues(column);
    }

    private void writeMarker(String symbol, Rgb colour) {
        xml.open("c:marker").set("c:symbol", symbol);
        if (!symbol.equals("none")) {
            xml.set("c:size", 6);
            writeFill(colour, 100);
        }
        xml.close("c:marker");
    }

    private Rgb colour(int index) {
        if (chart.bands().isEmpty()) {
            return palette.series(index);
        }
        boolean isForecast = chart.isSurrounded(chart.series().get(index));
        return isForecast ? palette.series(surroundedBefore(index)) : palette.ink();
    }

    private int surroundedBefore(int index) {
        return (int) chart.series().subList(0, index).stream()
                .filter(chart::isSurrounded)
                .count();
    }

    /** Neighbours are dashed differently, so that they stay apart in grey. */
    private String dash(int index) {
        if (chart.bands().isEmpty()) {
            return DASHES[index % DASHES.length];
        }
        boolean isForecast = chart.isSurrounded(chart.series().get(index));
        return isForecast ? DASHES[surroundedBefore(index) % DASHES.length] : "solid";
    }

    /** A line of its own, so that it moves with the axis; named at the side where the other lines are far. */
    private void writeThreshold(Threshold threshold) {
        double[] level = new double[chart.x().size()];
        Arrays.fill(level, threshold.value());
        int column = sheet.add(threshold.label(), level);
        unnamed(openSeries(column));
        writeLine(palette.accent(), REFERENCE, "dash");
        writeMarker("none", palette.accent());
        writeLineValues(column);
    }

    @Override
    void mark(Marks marks) {
        chart.labels().threshold().ifPresent(threshold -> {
            double y = area().bottom() - (area().bottom() - area().top()) * scale().at(threshold.value());
            boolean isFreeAtLeft = crowd(0, 3, threshold.value()) <= crowd(2, 3, threshold.value());
            double x = isFreeAtLeft ? area().left() + 4 : area().right() - 4;
            marks.words(threshold.label(), x, y - 2, !isFreeAtLeft, palette.accent());
        });
        chart.labels().split().ifPresent(split -> {
            double at = share(split.x());
            if (at >= 0) {
                double x = area().left() + (area().right() - area().left()) * at;
                double top = area().top() - frame.fontSize() * 1.2;
                marks.line(x, top, x, area().bottom(), palette.muted(), 1, false);
                boolean goLeft = x + 6 + textWidth(split.label()) > frame.width();
                marks.words(split.label(), goLeft ? x - 5 : x + 5, area().top() - 1, goLeft, palette.muted());
            }
        });
    }

    /** How many values lie near {@code level} in a part of the plot. */
    private long crowd(int part, int parts, double level) {
        int from = chart.x().size() * part / parts;
        int to = chart.x().size() * (part + 1) / parts;
        double near = 2 * frame.fontSize() / Math.max(1, area().bottom() - area().top());
        return chart.allSeries()
                .flatMap(series -> series.values().subList(from, to).stream())
                .filter(value -> !Double.isNaN(value)
                        && Math.abs(scale().at(value) - scale().at(level) - near / 2) < near)
                .count();
    }

    /** Where a category lies from the left of the plot to its right, or -1 if there is none. */
    private double share(String category) {
        int index = chart.x().indexOf(category);
        if (index < 0 || chart.x().size() < 2) {
            return -1;
        }
        return sheet.months()
                .map(days -> (days.get(index) - days.get(0)) / (double) (days.get(days.size() - 1) - days.get(0)))
                .orElse(index / (chart.x().size() - 1.0));
    }

    private void writeLineValues(int column) {
        sheet.writeCategories(xml);
        sheet.writeValues(xml, "c:val", column);
        xml.set("c:smooth", 0).close("c:ser");
    }

    /** One edge of a band, where bands can't be areas. */
    int writeEdge(int column) {
        int which = openSeries(column);
        writeLine(palette.series(0), REFERENCE / 2, "sysDash");
        writeMarker("none", palette.series(0));
        writeLineValues(column);
        return which;
    }

    static double[] values(Series series) {
        return series.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Whether there is anything to see between the edges of {@code band}. */
    static boolean isSeen(Band band) {
        return band.upper().lastIndex() >= 0 && band.lower().lastIndex() >= 0;
    }
}
