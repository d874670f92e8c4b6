package io.futureos.studio.render.office;

import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.svg.Scale;
import io.futureos.studio.render.svg.TextWidth;
import java.util.List;

/** The two axes of a plot that has been placed: names, months or numbers along the one, values along the other. */
final class PlotAxes {

    private static final int CATEGORY_AXIS = 111_111_111;
    private static final int VALUE_AXIS = 222_222_222;

    private final Plot plot;
    private final Xml xml;
    private final ChartSheet sheet;
    private final List<String> categories;
    private final Palette palette;
    private final Frame frame;
    private final double font;
    private final Scale scale;
    private final Plot.Area area;

    PlotAxes(Plot plot) {
        this.plot = plot;
        this.xml = plot.xml;
        this.sheet = plot.sheet;
        this.categories = sheet.names();
        this.palette = plot.palette;
        this.frame = plot.frame;
        this.font = frame.fontSize();
        this.scale = plot.scale();
        this.area = plot.area();
    }

    /** Says of a series' plot that it stands on these axes. */
    static void writeIds(Xml xml) {
        xml.set("c:axId", CATEGORY_AXIS).set("c:axId", VALUE_AXIS);
    }

    /** Writes both, the one of categories first. */
    void write() {
        if (plot.stand() == Plot.Stand.POINTS) {
            writeNumbers();
        } else if (sheet.months().isPresent()) {
            writeMonths(sheet.months().get());
        } else {
            writeCategories();
        }
        writeValueAxis();
    }

    private void writeNumbers() {
        xml.open("c:valAx").set("c:axId", CATEGORY_AXIS);
        writeCategoryAxis(sheet.format(scale.step()));
        xml.set("c:crossBetween", "midCat")
                .set("c:majorUnit", Decimal.text(scale.step()))
                .close("c:valAx");
    }

    private void writeCategories() {
        xml.open("c:catAx").set("c:axId", CATEGORY_AXIS);
        writeCategoryAxis("General");
        xml.set("c:auto", 0).set("c:lblAlgn", "ctr").set("c:lblOffset", 100);
        int every = plot.isHorizontal() ? 1 : Math.max(1, everyNth());
        xml.set("c:tickLblSkip", every).set("c:tickMarkSkip", every);
        xml.set("c:noMultiLvlLbl", 1).close("c:catAx");
    }

    /** Which names can be written without one touching the next. */
    private int everyNth() {
        double widest = categories.stream().mapToDouble(plot::textWidth).max().orElse(0);
        int lines = plot.stand().reachesEdges ? 1 : Plot.MOST_LINES_OF_NAME;
        return (int) Math.ceil(
                (widest / lines + font * Plot.GAP) / Math.max(1, area.right() - area.left()) * categories.size());
    }

    private void writeMonths(List<Integer> days) {
        double months = (days.get(days.size() - 1) - days.get(0)) / 30.4375;
        double room = area.right() - area.left();
        int step = 1;
        for (int longer : new int[] {2, 3, 6, 12, 24, 60, 120, 240}) {
            double width = plot.textWidth(step % 12 == 0 ? "2000" : "Mmm 2000") + font;
            if (months / step * width > room) {
                step = longer;
            }
        }
        boolean areYears = step % 12 == 0 && categories.get(0).endsWith("-01");
        xml.open("c:dateAx").set("c:axId", CATEGORY_AXIS);
        writeCategoryAxis(areYears ? "yyyy" : plot.language().inNumberFormat() + "mmm yyyy");
        xml.set("c:auto", 0).set("c:lblOffset", 100).set("c:baseTimeUnit", "months");
        xml.set("c:majorUnit", step % 12 == 0 ? step / 12 : step);
        xml.set("c:majorTimeUnit", step % 12 == 0 ? "years" : "months").close("c:dateAx");
    }

    private void writeCategoryAxis(String format) {
        xml.open("c:scaling").set("c:orientation", plot.isHorizontal() ? "maxMin" : "minMax");
        if (plot.stand() == Plot.Stand.POINTS) {
            writeEnds();
        }
        xml.close("c:scaling").set("c:delete", 0).set("c:axPos", plot.isHorizontal() ? "l" : "b");
        if (!plot.isHorizontal()) {
            double middle = (area.left() + area.right() - plot.textWidth(plot.labels.xLabel())) / 2;
            writeTitle(plot.labels.xLabel(), Math.max(0, middle), frame.height() - Plot.ROW * font);
        }
        xml.empty("c:numFmt", "formatCode", format, "sourceLinked", 0);
        xml.set("c:majorTickMark", "none").set("c:minorTickMark", "none").set("c:tickLblPos", "low");
        xml.open("c:spPr").open("a:ln", "w", Emu.PER_POINT);
        plot.fill(palette.muted(), 100);
        xml.close("a:ln").close("c:spPr");
        plot.writeText(palette.ink(), false);
        xml.set("c:crossAx", VALUE_AXIS).set("c:crosses", "autoZero");
    }

    private void writeValueAxis() {
        xml.open("c:valAx").set("c:axId", VALUE_AXIS).open("c:scaling").set("c:orientation", "minMax");
        writeEnds();
        xml.close("c:scaling").set("c:delete", 0).set("c:axPos", plot.isHorizontal() ? "t" : "l");
        xml.open("c:majorGridlines").open("c:spPr").open("a:ln", "w", Emu.PER_POINT / 2);
        plot.fill(palette.rule(), 100);
        xml.close("a:ln").close("c:spPr").close("c:majorGridlines");
        if (plot.isHorizontal()) {
            double middle = (area.left() + area.right() - plot.textWidth(plot.valueTitle())) / 2;
            writeTitle(plot.valueTitle(), Math.max(0, middle), frame.height() - Plot.ROW * font);
        } else {
            if (plot.isTitleNative()) {
                writeTitle(plot.valueTitle(), 0, plot.legendRows() * Plot.ROW * font);
            }
        }
        xml.empty("c:numFmt", "formatCode", sheet.format(scale.step()), "sourceLinked", 0);
        xml.set("c:majorTickMark", "none")
                .set("c:minorTickMark", "none")
                .set("c:tickLblPos", plot.isHorizontal() ? "high" : "nextTo");
        xml.open("c:spPr").open("a:ln").empty("a:noFill").close("a:ln").close("c:spPr");
        plot.writeText(palette.muted(), false);
        xml.set("c:crossAx", CATEGORY_AXIS)
                .set("c:crosses", "autoZero")
                .set("c:crossBetween", plot.stand().reachesEdges ? "midCat" : "between");
        xml.set("c:majorUnit", Decimal.text(scale.step())).close("c:valAx");
    }

    private void writeEnds() {
        xml.set("c:max", Decimal.text(scale.high())).set("c:min", Decimal.text(scale.low()));
    }

    private void writeTitle(String title, double x, double y) {
        if (title.isEmpty()) {
            return;
        }
        xml.open("c:title").open("c:tx").open("c:rich");
        xml.empty("a:bodyPr", "rot", 0, "vert", "horz").empty("a:lstStyle");
        xml.open("a:p").open("a:pPr").open("a:defRPr", "sz", 100 * frame.fontSize(), "b", 0);
        plot.fill(palette.muted(), 100);
        xml.close("a:defRPr").close("a:pPr");
        plot.writeRun(TextWidth.fitted(title, frame.width(), font), palette.muted());
        xml.close("a:p").close("c:rich").close("c:tx").open("c:layout").open("c:manualLayout");
        xml.set("c:xMode", "edge").set("c:yMode", "edge");
        xml.set("c:x", Plot.share(x / frame.width())).set("c:y", Plot.share(y / frame.height()));
        xml.close("c:manualLayout").close("c:layout").set("c:overlay", 1).close("c:title");
    }
}
