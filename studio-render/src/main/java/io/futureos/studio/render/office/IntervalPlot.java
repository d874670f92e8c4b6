package io.futureos.studio.render.office;

import io.futureos.studio.render.chart.IntervalChart;
import io.futureos.studio.render.chart.IntervalChart.Item;
import io.futureos.studio.render.look.Palette;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.ToDoubleFunction;

/** A dot for each item with a thin and a thick whisker: a line without its line, whose error bars are the whiskers. */
final class IntervalPlot extends Plot {

    private static final double THIN = 1.5;
    private static final double THICK = 6;
    private static final int STEPS = 5;

    private final IntervalChart chart;

    IntervalPlot(IntervalChart chart, Palette palette, int points) {
        super(
                chart.labels(),
                new ChartSheet("", chart.items().stream().map(Item::name).toList(), chart.numbers()),
                palette,
                points);
        this.chart = chart;
    }

    /** Round values around all whiskers, for which the formats themselves leave no room. */
    @Override
    void writeRange() {
        var values = chart.items().stream().flatMapToDouble(Item::values).summaryStatistics();
        double span = Math.max(values.getMax() - values.getMin(), Math.ulp(values.getMax()));
        BigDecimal step = BigDecimal.valueOf(span / STEPS).round(new MathContext(1, RoundingMode.UP));
        range(
                BigDecimal.valueOf(values.getMin())
                        .divide(step, 0, RoundingMode.FLOOR)
                        .multiply(step),
                BigDecimal.valueOf(values.getMax())
                        .divide(step, 0, RoundingMode.CEILING)
                        .multiply(step));
    }

    @Override
    void writePlots() {
        int mid = column("Middle", Item::mid);
        int down = column("Middle to low", item -> item.mid() - item.low());
        int up = column("Middle to high", item -> item.high() - item.mid());
        int innerDown = column("Middle to inner low", item -> item.mid() - item.innerLow());
        int innerUp = column("Middle to inner high", item -> item.innerHigh() - item.mid());
        xml.open("c:lineChart").set("c:grouping", "standard").set("c:varyColors", 0);
        writeWhiskers(mid, down, up, THIN, false);
        writeWhiskers(mid, innerDown, innerUp, THICK, true);
        xml.set("c:marker", 1);
        writeAxisIds();
        xml.close("c:lineChart");
    }

    private int column(String name, ToDoubleFunction<Item> value) {
        return sheet.add(name, chart.items().stream().mapToDouble(value).toArray());
    }

    private void writeWhiskers(int mid, int down, int up, double points, boolean isDotted) {
        unnamed(openSeries(mid));
        xml.open("c:spPr").open("a:ln").empty("a:noFill").close("a:ln").close("c:spPr");
        xml.open("c:marker").set("c:symbol", isDotted ? "circle" : "none");
        if (isDotted) {
            xml.set("c:size", 10);
            writeFill(palette.ink(), 100);
        }
        xml.close("c:marker");
        if (isDotted) {
            writeValuesAt("r");
        }
        xml.open("c:errBars").set("c:errDir", "y").set("c:errBarType", "both").set("c:errValType", "cust");
        xml.set("c:noEndCap", 1);
        sheet.writeValues(xml, "c:plus", up);
        sheet.writeValues(xml, "c:minus", down);
        writeLine(palette.series(0), points, false);
        xml.close("c:errBars");
        sheet.writeCategories(xml);
        sheet.writeValues(xml, "c:val", mid);
        xml.set("c:smooth", 0).close("c:ser");
    }
}
