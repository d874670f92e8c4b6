package io.futureos.studio.render.office;

import static io.futureos.studio.render.office.ChartSheet.cell;

import io.futureos.studio.render.chart.IntervalChart;
import io.futureos.studio.render.chart.IntervalChart.Item;
import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.look.Rgb;
import io.futureos.studio.render.svg.Scale;
import io.futureos.studio.render.wording.ChartTerm;
import io.futureos.studio.render.wording.Term;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A dot for each item with a thin and a thick whisker: lying bars that are not seen, whose error bars are the whiskers. The
 * values stand above the dot and at the ends where there is room.
 */
final class IntervalPlot extends Plot {

    private static final double THIN = 1.75;
    private static final double THICK = 7;
    private static final double DOT = 11;

    /** What the dot's own error bar is long, as a share of the axis. */
    private static final double DOT_LENGTH = 0.0008;

    private static final double ROOM_FOR_LABELS = 0.08;

    /** Rows this high have room for values above their dots, in lines of text. */
    private static final double ROOMY = 2.6;

    private final IntervalChart chart;

    IntervalPlot(IntervalChart chart, Palette palette, Frame frame) {
        super(
                chart.labels(),
                new ChartSheet("", chart.items().stream().map(Item::name).toList(), chart.numbers()),
                palette,
                frame,
                Stand.LYING,
                Scale.over(withRoom(chart), chart.labels(), false, 0, 1, 6));
        this.chart = chart;
    }

    /** The values, and beyond the outer ones the room for their labels; a share stays a share. */
    private static DoubleStream withRoom(IntervalChart chart) {
        double[] values = chart.items().stream().flatMapToDouble(Item::values).toArray();
        var range = DoubleStream.of(values).summaryStatistics();
        double room = (range.getMax() - range.getMin()) * ROOM_FOR_LABELS;
        double least = range.getMin() >= 0 ? Math.max(0, range.getMin() - room) : range.getMin() - room;
        boolean isShare = chart.labels().format().isPercent() && range.getMax() <= 1;
        double most = isShare ? Math.min(1, range.getMax() + room) : range.getMax() + room;
        return DoubleStream.concat(DoubleStream.of(values), DoubleStream.of(least, most));
    }

    @Override
    List<String> legend() {
        return List.of();
    }

    @Override
    String valueTitle() {
        return labels.xLabel();
    }

    @Override
    double linesAbove() {
        return labels.threshold().isPresent() ? 1.2 : 0;
    }

    @Override
    double roomAtTheRight() {
        return 2 * frame.fontSize();
    }

    @Override
    void writePlots() {
        int low = column(ChartTerm.LOW, Item::low);
        int innerLow = column(ChartTerm.INNER_LOW, Item::innerLow);
        int mid = column(ChartTerm.MIDDLE, Item::mid);
        int innerHigh = column(ChartTerm.INNER_HIGH, Item::innerHigh);
        int high = column(ChartTerm.HIGH, Item::high);
        xml.open("c:barChart")
                .set("c:barDir", "bar")
                .set("c:grouping", "clustered")
                .set("c:varyColors", 0);
        writeWhiskers(mid, apart(ChartTerm.LOW_TO_MIDDLE, mid, low), apart(ChartTerm.MIDDLE_TO_HIGH, high, mid), THIN);
        writeWhiskers(
                mid,
                apart(ChartTerm.INNER_LOW_TO_MIDDLE, mid, innerLow),
                apart(ChartTerm.MIDDLE_TO_INNER_HIGH, innerHigh, mid),
                THICK);
        writeDots(mid);
        if (slot() >= ROOMY * frame.fontSize()) {
            writeEnds(low, "inEnd");
            writeEnds(high, "outEnd");
        }
        xml.set("c:gapWidth", 20).set("c:overlap", 100);
        writeAxisIds();
        xml.close("c:barChart");
    }

    private int column(Term name, ToDoubleFunction<Item> value) {
        return sheet.add(
                chart.wording().say(name),
                chart.items().stream().mapToDouble(value).toArray());
    }

    /** A column that the sheet computes: how far {@code upper} is above {@code lower}. */
    private int apart(Term name, int upper, int lower) {
        double[] values = new double[chart.items().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = sheet.value(upper, i) - sheet.value(lower, i);
        }
        return sheet.add(chart.wording().say(name), values, row -> cell(upper, row) + "-" + cell(lower, row));
    }

    private void writeWhiskers(int mid, int down, int up, double points) {
        openUnseen(mid);
        xml.open("c:errBars")
                .set("c:errBarType", "both")
                .set("c:errValType", "cust")
                .set("c:noEndCap", 1);
        sheet.writeValues(xml, "c:plus", up);
        sheet.writeValues(xml, "c:minus", down);
        writeWhisker(palette.series(0), points, "flat");
        close(mid);
    }

    private void writeDots(int mid) {
        openUnseen(mid);
        if (slot() >= ROOMY * frame.fontSize()) {
            writeMiddles();
        } else {
            writeValuesAt("outEnd", palette.ink());
        }
        xml.open("c:errBars")
                .set("c:errBarType", "both")
                .set("c:errValType", "fixedVal")
                .set("c:noEndCap", 1);
        xml.set("c:val", Decimal.text(DOT_LENGTH * (scale().high() - scale().low())));
        writeWhisker(palette.series(1), DOT, "rnd");
        close(mid);
    }

    /** Each value above its dot: moved from the place beside it, as bars know no other. */
    private void writeMiddles() {
        double up = 1.15 * frame.fontSize() / frame.height();
        xml.open("c:dLbls");
        for (int i = 0; i < chart.items().size(); i++) {
            if (Double.isNaN(chart.items().get(i).mid())) {
                continue;
            }
            double left = (textWidth(chart.numbers().text(chart.items().get(i).mid())) / 2 + 6) / frame.width();
            xml.open("c:dLbl").set("c:idx", i).open("c:layout").open("c:manualLayout");
            xml.set("c:x", Decimal.text(-left)).set("c:y", Decimal.text(-up));
            xml.close("c:manualLayout").close("c:layout");
            writeLabel(Said.VALUE, palette.ink(), true, "outEnd");
            xml.close("c:dLbl");
        }
        writeShown(false, false);
        xml.close("c:dLbls");
    }

    private void writeEnds(int column, String position) {
        openUnseen(column);
        writeValuesAt(position, palette.muted());
        close(column);
    }

    private void openUnseen(int column) {
        openSeries(column);
        writeNoFill();
        xml.set("c:invertIfNegative", 0);
    }

    private void close(int column) {
        sheet.writeCategories(xml);
        sheet.writeValues(xml, "c:val", column);
        xml.close("c:ser");
    }

    private void writeWhisker(Rgb colour, double points, String cap) {
        xml.open("c:spPr").open("a:ln", "w", Math.round(points * Emu.PER_POINT), "cap", cap);
        fill(colour, 100);
        xml.empty("a:round").close("a:ln").close("c:spPr").close("c:errBars");
    }

    @Override
    void mark(Marks marks) {
        labels.threshold().ifPresent(threshold -> markAcross(marks, scale().at(threshold.value()), threshold.label()));
    }
}
