package io.futureos.studio.render.office;

import io.futureos.studio.render.chart.ChartLabels;
import io.futureos.studio.render.chart.Numbers;
import io.futureos.studio.render.chart.ReliabilityChart;
import io.futureos.studio.render.chart.ReliabilityChart.Point;
import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.svg.Scale;
import io.futureos.studio.render.wording.ChartTerm;
import io.futureos.studio.render.wording.Term;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Dots joined by a line over what was forecast, as large as the number of their cases, beside the diagonal. */
final class ReliabilityPlot extends Plot {

    private static final double LINE = 1.75;
    private static final double DIAGONAL = 1.25;

    /** Of dots, in points across. */
    private static final int SMALLEST = 5;

    private static final int LARGEST = 14;
    private static final int USUAL = 7;

    /** Of the numbers of cases, in lines of text. */
    private static final double LABEL = 1.5;

    private static final Point START = new Point(0, Double.NaN, 0);
    private static final Point END = new Point(1, Double.NaN, 0);

    private final ReliabilityChart chart;

    /** Between those at which the diagonal begins and ends, where nothing was observed. */
    private final List<Point> points;

    ReliabilityPlot(ReliabilityChart chart, Palette palette, Frame frame) {
        super(labels(chart), sheet(chart), palette, frame, Stand.POINTS, scale(chart));
        this.chart = chart;
        this.points = points(chart).toList();
    }

    private static ChartLabels labels(ReliabilityChart chart) {
        ChartLabels given = chart.labels();
        return new ChartLabels(
                given.title(),
                given.alt(),
                chart.numbers().format(),
                given.xLabel().isEmpty() ? said(chart, ChartTerm.FORECAST_PROBABILITY) : given.xLabel(),
                given.yLabel().isEmpty() ? said(chart, ChartTerm.OBSERVED_FREQUENCY) : given.yLabel(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.of(0),
                OptionalDouble.of(1));
    }

    private static String said(ReliabilityChart chart, Term term) {
        return chart.wording().say(term);
    }

    private static Stream<Point> points(ReliabilityChart chart) {
        return Stream.concat(Stream.concat(Stream.of(START), chart.whole()), Stream.of(END));
    }

    /** The rows are named by the number of their cases. */
    private static ChartSheet sheet(ReliabilityChart chart) {
        Numbers counts = chart.counts();
        List<String> names = points(chart)
                .map(point -> point.cases() > 0 ? counts.text(point.count()) : "")
                .toList();
        return new ChartSheet(said(chart, ChartTerm.CASES), names, chart.numbers());
    }

    private static Scale scale(ReliabilityChart chart) {
        return scale(DoubleStream.of(0, 1), labels(chart), Stand.POINTS);
    }

    @Override
    List<String> legend() {
        return List.of(said(chart, ChartTerm.OBSERVED_FREQUENCY), said(chart, ChartTerm.AS_SAID));
    }

    @Override
    void writePlots() {
        double[] forecasts = points.stream().mapToDouble(Point::forecast).toArray();
        int forecast = sheet.add(said(chart, ChartTerm.FORECAST_PROBABILITY), forecasts);
        int observed = sheet.add(
                said(chart, ChartTerm.OBSERVED_FREQUENCY),
                points.stream().mapToDouble(Point::observed).toArray());
        int asSaid = sheet.add(said(chart, ChartTerm.AS_SAID), forecasts, row -> ChartSheet.cell(forecast, row));
        xml.open("c:scatterChart").set("c:scatterStyle", "lineMarker").set("c:varyColors", 0);
        openSeries(observed);
        writeLine(palette.series(0), LINE, "solid");
        writeDot(USUAL);
        writeSizes();
        writeCases();
        close(forecast, observed);
        openSeries(asSaid);
        writeLine(palette.muted(), DIAGONAL, "dash");
        xml.open("c:marker").set("c:symbol", "none").close("c:marker");
        close(forecast, asSaid);
        writeAxisIds();
        xml.close("c:scatterChart");
    }

    private void close(int across, int up) {
        sheet.writeValues(xml, "c:xVal", across);
        sheet.writeValues(xml, "c:yVal", up);
        xml.set("c:smooth", 0).close("c:ser");
    }

    private void writeDot(int size) {
        xml.open("c:marker").set("c:symbol", "circle").set("c:size", size);
        writeFill(palette.series(0), 100);
        xml.close("c:marker");
    }

    /** Areas are as the numbers of cases. */
    private void writeSizes() {
        double most = points.stream().mapToDouble(Point::cases).max().orElse(0);
        for (int i = 0; i < points.size(); i++) {
            double cases = points.get(i).cases();
            if (cases > 0) {
                xml.open("c:dPt").set("c:idx", i);
                writeDot((int) Math.max(SMALLEST, Math.round(LARGEST * Math.sqrt(cases / most))));
                xml.set("c:bubble3D", 0);
                writeLine(palette.series(0), LINE, "solid");
                xml.close("c:dPt");
            }
        }
    }

    /** Numbers of cases beside the dots, where none touches the one before. */
    private void writeCases() {
        xml.open("c:dLbls");
        double free = 0;
        for (int i = 0; i < points.size(); i++) {
            String text = sheet.names().get(i);
            double half = textWidth(text) / 2;
            double at = area().left()
                    + (area().right() - area().left())
                            * scale().at(points.get(i).forecast());
            if (!text.isEmpty() && at - half >= free) {
                xml.open("c:dLbl").set("c:idx", i);
                writeWords(text, palette.muted(), side(points.get(i)));
                xml.close("c:dLbl");
                free = at + half + frame.fontSize() / 2.0;
            }
        }
        writeShown(false, false);
        xml.close("c:dLbls");
    }

    /** Away from the diagonal, but inside of the plot. */
    private String side(Point point) {
        double line = LABEL * frame.fontSize() / (area().bottom() - area().top());
        double height = scale().at(point.observed());
        boolean isBelow = point.observed() < point.forecast() && height > line;
        return isBelow || height > 1 - line ? "b" : "t";
    }
}
