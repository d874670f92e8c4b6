package io.futureos.studio.render.office;

import io.futureos.studio.render.chart.LineChart;
import io.futureos.studio.render.chart.Series;
import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.look.Rgb;
import java.util.Arrays;
import java.util.List;

/**
 * Lines, and a fan behind them: the formats have no bands, so these are areas that are stacked from the lower edge of the
 * widest band, which is not seen, to its upper edge.
 */
final class LinePlot extends Plot {

    private static final double LINE = 2.25;
    private static final double REFERENCE = 1.5;
    private static final int PALEST = 22;
    private static final int DEEPER = 18;

    /** Of the height, so that one line of text has room. */
    private static final double APART = 0.09;

    private final LineChart chart;
    private final boolean areEndsApart;

    LinePlot(LineChart chart, Palette palette, int points) {
        super(chart.labels(), new ChartSheet(chart.labels().xLabel(), chart.x(), chart.numbers()), palette, points);
        this.chart = chart;
        this.areEndsApart = areEndsApart(chart);
    }

    @Override
    boolean reachesTheEdges() {
        return true;
    }

    @Override
    void writePlots() {
        int[] lines = chart.series().stream()
                .mapToInt(series -> sheet.add(series.name(), values(series)))
                .toArray();
        if (isFan()) {
            writeFan();
        }
        xml.open("c:lineChart").set("c:grouping", "standard").set("c:varyColors", 0);
        for (int i = 0; i < lines.length; i++) {
            writeLine(lines[i], chart.series().get(i), palette.series(i));
        }
        if (!isFan()) {
            writeEdges();
        }
        chart.labels().threshold().ifPresent(threshold -> {
            double[] level = new double[chart.x().size()];
            Arrays.fill(level, threshold.value());
            int column = sheet.add(threshold.label(), level);
            openSeries(column);
            writeLine(palette.muted(), REFERENCE, true);
            xml.open("c:marker").set("c:symbol", "none").close("c:marker");
            writeLineValues(column);
        });
        xml.set("c:marker", 1);
        writeAxisIds();
        xml.close("c:lineChart");
    }

    private void writeLine(int column, Series series, Rgb colour) {
        int which = openSeries(column);
        writeLine(colour, LINE, false);
        boolean isAlone = series.present().count() == 1;
        xml.open("c:marker").set("c:symbol", isAlone ? "circle" : "none");
        if (isAlone) {
            xml.set("c:size", 7);
            writeFill(colour, 100);
        }
        xml.close("c:marker");
        if (areEndsApart && series.lastIndex() >= 0) {
            writeNameAt(series.lastIndex(), colour, "t");
            unnamed(which);
        }
        writeLineValues(column);
    }

    /** Whether the lines end so far from each other that each can be named there. */
    private static boolean areEndsApart(LineChart chart) {
        double[] ends = chart.series().stream()
                .filter(series -> series.lastIndex() >= 0)
                .mapToDouble(series -> series.values().get(series.lastIndex()))
                .sorted()
                .toArray();
        var all = chart.allSeries().flatMapToDouble(Series::present).summaryStatistics();
        for (int i = 1; i < ends.length; i++) {
            if (ends[i] - ends[i - 1] < APART * (all.getMax() - all.getMin())) {
                return false;
            }
        }
        return true;
    }

    private void writeLineValues(int column) {
        sheet.writeCategories(xml);
        sheet.writeValues(xml, "c:val", column);
        xml.set("c:smooth", 0).close("c:ser");
    }

    /** Areas can be stacked if nothing is below zero. */
    private boolean isFan() {
        return !chart.bands().isEmpty()
                && chart.allSeries().flatMapToDouble(Series::present).allMatch(value -> value >= 0)
                && chart.bands().stream().anyMatch(band -> band.upper().lastIndex() >= 0);
    }

    private void writeFan() {
        List<LineChart.Band> bands = chart.bands();
        int count = bands.size();
        double[][] edges = new double[2 * count][chart.x().size()];
        for (int i = 0; i < chart.x().size(); i++) {
            for (int b = 0; b < count; b++) {
                boolean has = bands.get(b).has(i);
                edges[b][i] = has ? bands.get(b).lower().values().get(i) : level(i);
                edges[2 * count - 1 - b][i] =
                        has ? bands.get(b).upper().values().get(i) : level(i);
            }
        }
        xml.open("c:areaChart").set("c:grouping", "stacked").set("c:varyColors", 0);
        Rgb colour = palette.series(0);
        for (int e = 0; e < edges.length; e++) {
            int band = e == 0 ? 0 : e <= count ? e - 1 : 2 * count - 1 - e;
            double[] step = new double[edges[e].length];
            for (int i = 0; i < step.length; i++) {
                step[i] = e == 0 ? edges[0][i] : Math.max(0, edges[e][i] - edges[e - 1][i]);
            }
            String name = bands.get(band).name();
            int column = sheet.add(e == 0 ? name + ", from" : e < count ? name + ", to the next" : name, step);
            int which = openSeries(column);
            if (e == 0) {
                writeNoFill();
                unnamed(which);
            } else {
                writeFill(colour, PALEST + DEEPER * band);
                if (e < count) {
                    unnamed(which);
                }
            }
            sheet.writeCategories(xml);
            sheet.writeValues(xml, "c:val", column);
            xml.close("c:ser");
        }
        writeAxisIds();
        xml.close("c:areaChart");
    }

    /** Where there is no band the fan is as thin as the line, so that it opens at the line's end. */
    private double level(int index) {
        for (Series series : chart.series()) {
            if (series.has(index)) {
                return series.values().get(index);
            }
        }
        for (int distance = 1; distance < chart.x().size(); distance++) {
            for (int near : new int[] {index - distance, index + distance}) {
                if (near >= 0 && near < chart.x().size()) {
                    for (Series series : chart.series()) {
                        if (series.has(near)) {
                            return series.values().get(near);
                        }
                    }
                }
            }
        }
        return 0;
    }

    /** Bands whose values may be negative are shown by their edges. */
    private void writeEdges() {
        for (LineChart.Band band : chart.bands()) {
            unnamed(writeEdge(band.lower()));
            writeEdge(band.upper());
        }
    }

    private int writeEdge(Series edge) {
        int column = sheet.add(edge.name(), values(edge));
        int which = openSeries(column);
        writeLine(palette.series(0), REFERENCE / 2, true);
        xml.open("c:marker").set("c:symbol", "none").close("c:marker");
        writeLineValues(column);
        return which;
    }

    private static double[] values(Series series) {
        return series.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
