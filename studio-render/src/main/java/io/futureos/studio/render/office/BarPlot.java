package io.futureos.studio.render.office;

import io.futureos.studio.render.chart.BarChart;
import io.futureos.studio.render.chart.Series;
import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.look.Rgb;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Bars side by side or stacked, upright or lying; values stand at their ends, or in them, where there is room. */
final class BarPlot extends Plot {

    private static final int GAP_WIDTH = 45;
    private static final double GROUP = 1 / (1 + GAP_WIDTH / 100.0);

    private final BarChart chart;

    BarPlot(BarChart chart, Palette palette, Frame frame) {
        super(
                chart.labels(),
                new ChartSheet(chart.labels().xLabel(), chart.categories(), chart.numbers()),
                palette,
                frame,
                stand(chart),
                scale(ends(chart), chart.labels(), stand(chart)));
        this.chart = chart;
    }

    private static Stand stand(BarChart chart) {
        return chart.horizontal() ? Stand.LYING : Stand.UPRIGHT;
    }

    /** Where bars end; what is stacked ends where all above zero do, and all below. */
    private static DoubleStream ends(BarChart chart) {
        if (!chart.stacked()) {
            return chart.series().stream().flatMapToDouble(Series::present);
        }
        return IntStream.range(0, chart.categories().size())
                .mapToObj(i -> chart.series().stream()
                        .filter(series -> series.has(i))
                        .mapToDouble(series -> series.values().get(i))
                        .toArray())
                .flatMapToDouble(values -> DoubleStream.of(
                        DoubleStream.of(values).filter(value -> value > 0).sum(),
                        DoubleStream.of(values).filter(value -> value < 0).sum()));
    }

    @Override
    List<String> legend() {
        return chart.series().size() < 2
                ? List.of()
                : chart.series().stream().map(Series::name).toList();
    }

    @Override
    double roomAtTheRight() {
        return chart.horizontal() && !chart.stacked() ? widestValue() + frame.fontSize() : 0;
    }

    @Override
    double linesAbove() {
        boolean isAcross = chart.horizontal() && chart.labels().threshold().isPresent();
        return isAcross || !chart.stacked() ? 1 : 0;
    }

    private double widestValue() {
        return chart.series().stream()
                .flatMapToDouble(Series::present)
                .map(value -> textWidth(chart.numbers().text(value)))
                .max()
                .orElse(0);
    }

    @Override
    void writePlots() {
        xml.open("c:barChart").set("c:barDir", chart.horizontal() ? "bar" : "col");
        xml.set("c:grouping", chart.stacked() ? "stacked" : "clustered").set("c:varyColors", 0);
        boolean isLabelled = areValuesShown();
        for (int i = 0; i < chart.series().size(); i++) {
            writeBars(chart.series().get(i), palette.series(i), isLabelled);
        }
        xml.set("c:gapWidth", GAP_WIDTH).set("c:overlap", chart.stacked() ? 100 : -6);
        writeAxisIds();
        xml.close("c:barChart");
    }

    private boolean areValuesShown() {
        int lanes = chart.stacked() ? 1 : Math.max(1, chart.series().size());
        double lane = slot() * GROUP / lanes;
        return chart.horizontal() && !chart.stacked() ? lane >= frame.fontSize() : lane >= widestValue() + 2;
    }

    private void writeBars(Series series, Rgb colour, boolean isLabelled) {
        int column = sheet.add(series.name(), LinePlot.values(series));
        openSeries(column);
        writeFill(colour, 100);
        xml.set("c:invertIfNegative", 0);
        if (isLabelled && chart.stacked()) {
            writeValuesInside(series, colour);
        } else if (isLabelled) {
            writeValuesAt("outEnd", palette.ink());
        }
        sheet.writeCategories(xml);
        sheet.writeValues(xml, "c:val", column);
        xml.close("c:ser");
    }

    /** Values in the middle of their bars, but for those of bars that are too short. */
    private void writeValuesInside(Series series, Rgb colour) {
        double length = chart.horizontal() ? area().right() - area().left() : area().bottom() - area().top();
        double least = chart.horizontal() ? widestValue() + 4 : frame.fontSize() * 1.3;
        Rgb text = colour.contrast(Rgb.WHITE) >= colour.contrast(palette.ink()) ? Rgb.WHITE : palette.ink();
        xml.open("c:dLbls");
        for (int i = 0; i < series.values().size(); i++) {
            double drawn = Math.abs(scale().at(series.values().get(i)) - scale().at(0)) * length;
            if (!(drawn >= least)) {
                xml.open("c:dLbl").set("c:idx", i).set("c:delete", 1).close("c:dLbl");
            }
        }
        writeLabel(Said.VALUE, text, false, "ctr");
        xml.close("c:dLbls");
    }

    @Override
    void mark(Marks marks) {
        chart.labels().threshold().ifPresent(threshold -> {
            double at = scale().at(threshold.value());
            if (chart.horizontal()) {
                markAcross(marks, at, threshold.label());
            } else {
                double y = area().bottom() - (area().bottom() - area().top()) * at;
                marks.line(area().left(), y, area().right(), y, palette.accent(), 1.5, true);
                marks.words(threshold.label(), area().right() - 2, y - 2, true, palette.accent());
            }
        });
    }
}
