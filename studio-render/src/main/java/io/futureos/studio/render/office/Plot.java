package io.futureos.studio.render.office;

import io.futureos.studio.render.chart.ChartLabels;
import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.look.Rgb;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What all kinds of native chart share: the frame around series over categories, axes, and the style of both. */
abstract class Plot {

    private static final String CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final int CATEGORY_AXIS = 111_111_111;
    private static final int VALUE_AXIS = 222_222_222;

    /** Of a line, in English Metric Units: 12,700 to a point. */
    private static final int POINT = 12_700;

    /** So many categories have their names beside each other; of more, every second or third is named. */
    private static final int MOST_NAMES = 12;

    final Xml xml = new Xml();
    final ChartSheet sheet;
    final Palette palette;
    private final int textSize;
    private final ChartLabels labels;
    private final List<Integer> unnamed = new ArrayList<>();
    private int series;

    Plot(ChartLabels labels, ChartSheet sheet, Palette palette, int points) {
        this.labels = labels;
        this.sheet = sheet;
        this.palette = palette;
        this.textSize = 100 * points;
    }

    /** Writes the plots, each with its series, without axes. */
    abstract void writePlots();

    boolean isHorizontal() {
        return false;
    }

    /** Whether the first and the last category lie on the edges, as a line's do and a bar's can't. */
    boolean reachesTheEdges() {
        return false;
    }

    /** Whether values are read off bars, which begin at zero. */
    boolean isFromZero() {
        return false;
    }

    /** Writes where the value axis ends and begins, as far as it is not left to who shows the chart. */
    void writeRange() {
        if (labels.maximum().isPresent()) {
            xml.set("c:max", labels.maximum().getAsDouble());
        } else if (sheet.isNearlyWhole()) {
            xml.set("c:max", 1);
        }
        if (labels.minimum().isPresent() && !isFromZero()) {
            xml.set("c:min", labels.minimum().getAsDouble());
        }
    }

    final void range(BigDecimal minimum, BigDecimal maximum) {
        xml.set("c:max", maximum.toPlainString()).set("c:min", minimum.toPlainString());
    }

    final NativeChart chart() {
        xml.open("c:chartSpace", "xmlns:c", CHART, "xmlns:a", DRAWING, "xmlns:r", RELATIONSHIPS);
        xml.set("c:date1904", 0).set("c:roundedCorners", 0);
        xml.open("c:chart").set("c:autoTitleDeleted", 1).open("c:plotArea").empty("c:layout");
        writePlots();
        writeAxes();
        xml.close("c:plotArea");
        writeLegend();
        xml.set("c:plotVisOnly", 1).set("c:dispBlanksAs", "gap").close("c:chart");
        xml.open("c:spPr")
                .empty("a:noFill")
                .open("a:ln")
                .empty("a:noFill")
                .close("a:ln")
                .close("c:spPr");
        writeText(palette.ink(), false);
        xml.open("c:externalData", "r:id", NativeChart.WORKBOOK)
                .set("c:autoUpdate", 0)
                .close("c:externalData");
        return new NativeChart(xml.close("c:chartSpace").bytes(), sheet.workbook());
    }

    /** Opens a series with its name; what follows is its style, then its values. */
    final int openSeries(int column) {
        xml.open("c:ser").set("c:idx", series).set("c:order", series);
        sheet.writeName(xml, column);
        return series++;
    }

    /** Leaves a series, or what is drawn of it, out of the legend. */
    final void unnamed(int which) {
        unnamed.add(which);
    }

    /** Ends a plot of series over the categories. */
    final void writeAxisIds() {
        xml.set("c:axId", CATEGORY_AXIS).set("c:axId", VALUE_AXIS);
    }

    final void writeFill(Rgb colour, int perCent) {
        xml.open("c:spPr");
        fill(colour, perCent);
        xml.open("a:ln").empty("a:noFill").close("a:ln").close("c:spPr");
    }

    final void writeNoFill() {
        xml.open("c:spPr")
                .empty("a:noFill")
                .open("a:ln")
                .empty("a:noFill")
                .close("a:ln")
                .close("c:spPr");
    }

    final void writeLine(Rgb colour, double points, boolean dashed) {
        xml.open("c:spPr").open("a:ln", "w", Math.round(points * POINT), "cap", dashed ? "flat" : "rnd");
        fill(colour, 100);
        xml.set("a:prstDash", dashed ? "dash" : "solid")
                .empty("a:round")
                .close("a:ln")
                .close("c:spPr");
    }

    final void fill(Rgb colour, int perCent) {
        xml.open("a:solidFill").open("a:srgbClr", "val", hex(colour));
        if (perCent < 100) {
            xml.set("a:alpha", perCent * 1_000);
        }
        xml.close("a:srgbClr").close("a:solidFill");
    }

    /** Labels one point of a series with the series' name. */
    final void writeNameAt(int index, Rgb colour, String position) {
        xml.open("c:dLbls").open("c:dLbl").set("c:idx", index).empty("c:spPr");
        writeText(colour, true);
        xml.set("c:dLblPos", position);
        writeShown(false, true);
        xml.close("c:dLbl");
        writeShown(false, false);
        xml.close("c:dLbls");
    }

    /** Labels each point of a series with its value. */
    final void writeValuesAt(String position) {
        xml.open("c:dLbls")
                .empty("c:numFmt", "formatCode", sheet.format(), "sourceLinked", 0)
                .empty("c:spPr");
        writeText(palette.ink(), false);
        xml.set("c:dLblPos", position);
        writeShown(true, false);
        xml.close("c:dLbls");
    }

    private void writeShown(boolean value, boolean name) {
        xml.set("c:showLegendKey", 0).set("c:showVal", value ? 1 : 0).set("c:showCatName", 0);
        xml.set("c:showSerName", name ? 1 : 0).set("c:showPercent", 0).set("c:showBubbleSize", 0);
    }

    private void writeText(Rgb colour, boolean bold) {
        xml.open("c:txPr").empty("a:bodyPr").empty("a:lstStyle").open("a:p").open("a:pPr");
        xml.open("a:defRPr", "sz", textSize, "b", bold ? 1 : 0);
        fill(colour, 100);
        xml.empty("a:latin", "typeface", "Arial").close("a:defRPr").close("a:pPr");
        xml.empty("a:endParaRPr", "lang", "en-GB").close("a:p").close("c:txPr");
    }

    private void writeAxes() {
        xml.open("c:catAx").set("c:axId", CATEGORY_AXIS);
        xml.open("c:scaling")
                .set("c:orientation", isHorizontal() ? "maxMin" : "minMax")
                .close("c:scaling");
        xml.set("c:delete", 0).set("c:axPos", isHorizontal() ? "l" : "b");
        writeTitle(labels.xLabel(), isHorizontal());
        xml.set("c:majorTickMark", "none").set("c:minorTickMark", "none").set("c:tickLblPos", "low");
        xml.open("c:spPr").open("a:ln", "w", POINT);
        fill(palette.muted(), 100);
        xml.close("a:ln").close("c:spPr");
        writeText(palette.ink(), false);
        xml.set("c:crossAx", VALUE_AXIS)
                .set("c:crosses", "autoZero")
                .set("c:auto", 0)
                .set("c:lblAlgn", "ctr");
        xml.set("c:lblOffset", 100);
        int every = isHorizontal() ? 1 : (sheet.categories() + MOST_NAMES - 1) / MOST_NAMES;
        xml.set("c:tickLblSkip", Math.max(1, every)).set("c:tickMarkSkip", Math.max(1, every));
        xml.set("c:noMultiLvlLbl", 1).close("c:catAx");

        xml.open("c:valAx").set("c:axId", VALUE_AXIS).open("c:scaling").set("c:orientation", "minMax");
        writeRange();
        xml.close("c:scaling").set("c:delete", 0).set("c:axPos", isHorizontal() ? "t" : "l");
        xml.open("c:majorGridlines").open("c:spPr").open("a:ln", "w", POINT / 2);
        fill(palette.rule(), 100);
        xml.close("a:ln").close("c:spPr").close("c:majorGridlines");
        writeTitle(labels.yLabel(), !isHorizontal());
        xml.empty("c:numFmt", "formatCode", sheet.axisFormat(), "sourceLinked", 0);
        xml.set("c:majorTickMark", "none")
                .set("c:minorTickMark", "none")
                .set("c:tickLblPos", isHorizontal() ? "high" : "nextTo");
        xml.open("c:spPr").open("a:ln").empty("a:noFill").close("a:ln").close("c:spPr");
        writeText(palette.muted(), false);
        xml.set("c:crossAx", CATEGORY_AXIS)
                .set("c:crosses", "autoZero")
                .set("c:crossBetween", reachesTheEdges() ? "midCat" : "between");
        xml.close("c:valAx");
    }

    private void writeTitle(String title, boolean isTurned) {
        if (title.isEmpty()) {
            return;
        }
        xml.open("c:title").open("c:tx").open("c:rich");
        xml.empty("a:bodyPr", "rot", isTurned ? -5_400_000 : 0, "vert", "horz").empty("a:lstStyle");
        xml.open("a:p").open("a:pPr").open("a:defRPr", "sz", textSize, "b", 0);
        fill(palette.muted(), 100);
        xml.close("a:defRPr").close("a:pPr").open("a:r").open("a:rPr", "lang", "en-GB", "sz", textSize, "b", 0);
        fill(palette.muted(), 100);
        xml.empty("a:latin", "typeface", "Arial")
                .close("a:rPr")
                .text("a:t", title)
                .close("a:r")
                .close("a:p");
        xml.close("c:rich").close("c:tx").set("c:overlay", 0).close("c:title");
    }

    private void writeLegend() {
        if (series - unnamed.size() < 2) {
            return;
        }
        xml.open("c:legend").set("c:legendPos", "b");
        for (int which : unnamed) {
            xml.open("c:legendEntry").set("c:idx", which).set("c:delete", 1).close("c:legendEntry");
        }
        xml.set("c:overlay", 0);
        writeText(palette.ink(), false);
        xml.close("c:legend");
    }

    static String hex(Rgb colour) {
        return colour.toString().substring(1);
    }
}
