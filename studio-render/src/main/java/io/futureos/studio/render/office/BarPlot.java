package io.futureos.studio.render.office;

import io.futureos.studio.render.chart.BarChart;
import io.futureos.studio.render.chart.Series;
import io.futureos.studio.render.look.Palette;

/** Bars side by side or stacked, upright or lying. */
final class BarPlot extends Plot {

    /** Bars are labelled with their values while there are so few. */
    private static final int MOST_LABELS = 24;

    private final BarChart chart;

    BarPlot(BarChart chart, Palette palette, int points) {
        super(
                chart.labels(),
                new ChartSheet(chart.labels().xLabel(), chart.categories(), chart.numbers()),
                palette,
                points);
        this.chart = chart;
    }

    @Override
    boolean isHorizontal() {
        return chart.horizontal();
    }

    @Override
    boolean isFromZero() {
        return true;
    }

    @Override
    void writePlots() {
        xml.open("c:barChart").set("c:barDir", chart.horizontal() ? "bar" : "col");
        xml.set("c:grouping", chart.stacked() ? "stacked" : "clustered").set("c:varyColors", 0);
        boolean isLabelled = chart.categories().size() * chart.series().size() <= MOST_LABELS && !chart.stacked();
        for (int i = 0; i < chart.series().size(); i++) {
            Series series = chart.series().get(i);
            int column = sheet.add(
                    series.name(),
                    series.values().stream().mapToDouble(Double::doubleValue).toArray());
            openSeries(column);
            writeFill(palette.series(i), 100);
            xml.set("c:invertIfNegative", 0);
            if (isLabelled) {
                writeValuesAt("outEnd");
            }
            sheet.writeCategories(xml);
            sheet.writeValues(xml, "c:val", column);
            xml.close("c:ser");
        }
        xml.set("c:gapWidth", 60).set("c:overlap", chart.stacked() ? 100 : -10);
        writeAxisIds();
        xml.close("c:barChart");
    }
}
