package io.futureos.studio.render.office;

import io.futureos.studio.render.chart.ChartLabels;
import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.look.Rgb;
import io.futureos.studio.render.svg.Scale;
import io.futureos.studio.render.svg.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What all kinds of native chart share: the frame around series over categories, and their style. The place of the plot and
 * the ends of its {@linkplain PlotAxes axes} are fixed, so that marks over it are where they should be in every program.
 */
abstract class Plot {

    private static final String CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** Heights and gaps in lines of text. */
    static final double ROW = 1.7;

    static final double GAP = 0.8;

    /** What the sign before a name of the legend takes, in lines of text. */
    private static final double SIGN = 5;

    private static final int MOST_LEGEND_ROWS = 4;

    private static final double REFERENCE = 1.5;
    private static final int TICKS_UPRIGHT = 5;
    private static final int TICKS_LYING = 6;
    private static final double WIDEST_NAMES = 0.34;
    private static final double WIDEST_TITLE = 0.2;
    static final int MOST_LINES_OF_NAME = 3;

    final Xml xml = new Xml();
    final ChartSheet sheet;
    final Palette palette;
    final Frame frame;
    final ChartLabels labels;
    private final OfficeLanguage language;
    private final List<String> categories;
    private final Stand stand;
    private final Scale scale;
    private final double font;
    private final List<Integer> unnamed = new ArrayList<>();
    private int series;
    private Area area = new Area(0, 0, 1, 1);

    /** Where the plot itself lies, in points from the left and the top of the frame. */
    record Area(double left, double top, double right, double bottom) {}

    /** How a plot stands. */
    enum Stand {
        /** Over categories from edge to edge, as lines do and bars can't. */
        LINES(true),
        /** Over numbers, which have the scale of the values. */
        POINTS(true),
        UPRIGHT(false),
        LYING(false);

        final boolean reachesEdges;

        Stand(boolean reachesEdges) {
            this.reachesEdges = reachesEdges;
        }
    }

    /** @param scale of the values, from 0 to 1 over the plot */
    Plot(ChartLabels labels, ChartSheet sheet, Palette palette, Frame frame, Stand stand, Scale scale) {
        this.labels = labels;
        this.language = OfficeLanguage.of(labels.format().wording().language());
        this.sheet = sheet;
        this.palette = palette;
        this.frame = frame;
        this.stand = stand;
        this.scale = scale;
        this.categories = sheet.names();
        this.font = frame.fontSize();
    }

    /** A scale with about as many ticks as there is room for. */
    static Scale scale(DoubleStream values, ChartLabels labels, Stand stand) {
        return Scale.over(
                values, labels, !stand.reachesEdges, 0, 1, stand == Stand.LYING ? TICKS_LYING : TICKS_UPRIGHT);
    }

    /** Writes the plots, each with its series, without axes. */
    abstract void writePlots();

    /** The names that the legend shows; none if the plot needs no legend. */
    abstract List<String> legend();

    /** Draws reference lines over the plot. */
    void mark(Marks marks) {}

    final Stand stand() {
        return stand;
    }

    final OfficeLanguage language() {
        return language;
    }

    final boolean isHorizontal() {
        return stand == Stand.LYING;
    }

    /** What the axis of values says. */
    String valueTitle() {
        return labels.yLabel();
    }

    /** The room that labels need right of the plot, in points. */
    double roomAtTheRight() {
        return 0;
    }

    /** The room that labels need above the plot, in lines of text. */
    double linesAbove() {
        return 0;
    }

    /** A reference line from top to bottom of a plot whose values go to the right, with its label above. */
    final void markAcross(Marks marks, double share, String label) {
        double x = area.left + (area.right - area.left) * share;
        marks.line(x, area.top, x, area.bottom, palette.accent(), REFERENCE, true);
        boolean goLeft = x + textWidth(label) + font > frame.width();
        marks.words(label, goLeft ? x + 2 : x - 2, area.top - 2, goLeft, palette.accent());
    }

    final double textWidth(String text) {
        return TextWidth.of(text, font);
    }

    final Scale scale() {
        return scale;
    }

    /** Where the plot is; known once the plots are written. */
    final Area area() {
        return area;
    }

    /** How much room a category has, in points. */
    final double slot() {
        double room = isHorizontal() ? area.bottom - area.top : area.right - area.left;
        return room / Math.max(1, categories.size());
    }

    final NativeChart chart() {
        area = placed();
        xml.open("c:chartSpace", "xmlns:c", CHART, "xmlns:a", DRAWING, "xmlns:r", RELATIONSHIPS);
        xml.set("c:date1904", 0).set("c:roundedCorners", 0);
        xml.open("c:chart").set("c:autoTitleDeleted", 1).open("c:plotArea");
        writeLayout("inner", area.left, area.top, area.right - area.left, area.bottom - area.top);
        writePlots();
        new PlotAxes(this).write();
        xml.close("c:plotArea");
        writeLegend();
        xml.set("c:plotVisOnly", 1).set("c:dispBlanksAs", "gap").close("c:chart");
        writeNoFill();
        writeText(palette.ink(), false);
        xml.open("c:externalData", "r:id", NativeChart.WORKBOOK)
                .set("c:autoUpdate", 0)
                .close("c:externalData");
        var marks = new Marks(frame, language);
        if (!isHorizontal() && !isTitleNative()) {
            marks.words(valueTitle(), 0, (legendRows() + 1) * ROW * font - 2, false, palette.muted());
        }
        mark(marks);
        if (!marks.isEmpty()) {
            xml.empty("c:userShapes", "r:id", NativeChart.MARKS);
        }
        return new NativeChart(xml.close("c:chartSpace").bytes(), sheet.workbook(), marks.bytes());
    }

    /** Long titles above an axis are broken by some programs, as if they stood beside it; those are words over the chart. */
    final boolean isTitleNative() {
        return textWidth(valueTitle()) <= frame.width() * WIDEST_TITLE;
    }

    private Area placed() {
        double top = GAP / 2 + linesAbove() + legendRows() * ROW;
        double below = ROW + GAP / 2;
        if (isHorizontal()) {
            double names =
                    categories.stream().mapToDouble(this::textWidth).max().orElse(0);
            double left = Math.min(names, frame.width() * WIDEST_NAMES) + GAP * font;
            double bottom = frame.height() - (below + (valueTitle().isEmpty() ? 0 : ROW)) * font;
            return new Area(left, top * font, frame.width() - Math.max(font, roomAtTheRight()), bottom);
        }
        top += valueTitle().isEmpty() ? 0 : ROW;
        double ticks = scale.ticks().stream()
                .mapToDouble(tick -> textWidth(scale.label(tick)))
                .max()
                .orElse(0);
        double left = ticks + GAP * font;
        double right = frame.width() - Math.max(font, roomAtTheRight());
        below += (linesOfNames(right - left) - 1) * 1.2 + (labels.xLabel().isEmpty() ? 0 : ROW);
        return new Area(left, top * font, right, frame.height() - below * font);
    }

    private int linesOfNames(double width) {
        if (sheet.months().isPresent() || stand.reachesEdges) {
            return 1;
        }
        double slot = width / Math.max(1, categories.size()) * 0.9;
        double longest = categories.stream().mapToDouble(this::textWidth).max().orElse(0);
        return (int) Math.max(1, Math.min(MOST_LINES_OF_NAME, Math.ceil(longest * 1.15 / slot)));
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
        PlotAxes.writeIds(xml);
    }

    final void writeFill(Rgb colour, int perCent) {
        xml.open("c:spPr");
        fill(colour, perCent);
        xml.open("a:ln").empty("a:noFill").close("a:ln").close("c:spPr");
    }

    final void writeNoFill() {
        xml.open("c:spPr").empty("a:noFill");
        xml.open("a:ln").empty("a:noFill").close("a:ln").close("c:spPr");
    }

    /** @param dash as DrawingML names it, for example {@code solid} */
    final void writeLine(Rgb colour, double points, String dash) {
        boolean isSolid = dash.equals("solid");
        xml.open("c:spPr").open("a:ln", "w", Math.round(points * Emu.PER_POINT), "cap", isSolid ? "rnd" : "flat");
        fill(colour, 100);
        xml.set("a:prstDash", dash).empty("a:round").close("a:ln").close("c:spPr");
    }

    final void fill(Rgb colour, int perCent) {
        xml.open("a:solidFill").open("a:srgbClr", "val", hex(colour));
        if (perCent < 100) {
            xml.set("a:alpha", perCent * 1_000);
        }
        xml.close("a:srgbClr").close("a:solidFill");
    }

    /** What a label says of its point. */
    enum Said {
        NAME,
        VALUE
    }

    /** Labels one point of a series. */
    final void writeLabelAt(int index, Said said, Rgb colour, String position) {
        xml.open("c:dLbls").open("c:dLbl").set("c:idx", index);
        writeLabel(said, colour, true, position);
        xml.close("c:dLbl");
        writeShown(false, false);
        xml.close("c:dLbls");
    }

    /** Labels each point of a series with its value. */
    final void writeValuesAt(String position, Rgb colour) {
        xml.open("c:dLbls");
        writeLabel(Said.VALUE, colour, false, position);
        xml.close("c:dLbls");
    }

    final void writeLabel(Said said, Rgb colour, boolean isBold, String position) {
        xml.empty("c:numFmt", "formatCode", sheet.format(), "sourceLinked", 0).empty("c:spPr");
        writeText(colour, isBold);
        xml.set("c:dLblPos", position);
        writeShown(said == Said.VALUE, said == Said.NAME);
    }

    /** A label that says what is in no cell of its series. */
    final void writeWords(String words, Rgb colour, String position) {
        xml.open("c:tx").open("c:rich").empty("a:bodyPr").empty("a:lstStyle").open("a:p");
        writeRun(words, colour);
        xml.close("a:p").close("c:rich").close("c:tx");
        xml.empty("c:spPr").set("c:dLblPos", position);
        writeShown(true, false);
    }

    final void writeShown(boolean value, boolean name) {
        xml.set("c:showLegendKey", 0).set("c:showVal", value ? 1 : 0).set("c:showCatName", 0);
        xml.set("c:showSerName", name ? 1 : 0).set("c:showPercent", 0).set("c:showBubbleSize", 0);
    }

    /** Words inside of a paragraph. */
    final void writeRun(String words, Rgb colour) {
        xml.open("a:r").open("a:rPr", "lang", language.tag(), "sz", 100 * frame.fontSize(), "b", 0);
        fill(colour, 100);
        xml.empty("a:latin", "typeface", "Arial").close("a:rPr");
        xml.text("a:t", words).close("a:r");
    }

    /** How the text of an axis, a legend or a label looks. */
    final void writeText(Rgb colour, boolean isBold) {
        xml.open("c:txPr").empty("a:bodyPr").empty("a:lstStyle").open("a:p").open("a:pPr");
        xml.open("a:defRPr", "sz", 100 * frame.fontSize(), "b", isBold ? 1 : 0);
        fill(colour, 100);
        xml.empty("a:latin", "typeface", "Arial").close("a:defRPr").close("a:pPr");
        xml.empty("a:endParaRPr", "lang", language.tag()).close("a:p").close("c:txPr");
    }

    private void writeLayout(String target, double x, double y, double width, double height) {
        xml.open("c:layout").open("c:manualLayout");
        if (!target.isEmpty()) {
            xml.set("c:layoutTarget", target);
        }
        xml.set("c:xMode", "edge").set("c:yMode", "edge");
        xml.set("c:x", share(x / frame.width())).set("c:y", share(y / frame.height()));
        xml.set("c:w", share(width / frame.width())).set("c:h", share(height / frame.height()));
        xml.close("c:manualLayout").close("c:layout");
    }

    /** A share of the frame, to a ten-thousandth. */
    static String share(double value) {
        return Decimal.text(Math.round(Math.max(0, Math.min(1, value)) * 1e4) / 1e4);
    }

    /** Programs set the entries of a legend in columns of equal width. */
    private double legendWidth() {
        double widest = legend().stream().mapToDouble(this::textWidth).max().orElse(0);
        return legend().size() * (widest + SIGN * font);
    }

    final int legendRows() {
        return (int) Math.min(MOST_LEGEND_ROWS, Math.ceil(legendWidth() / frame.width()));
    }

    private void writeLegend() {
        if (legend().isEmpty()) {
            return;
        }
        xml.open("c:legend").set("c:legendPos", "t");
        for (int which : unnamed) {
            xml.open("c:legendEntry").set("c:idx", which).set("c:delete", 1).close("c:legendEntry");
        }
        double width = Math.min(frame.width(), legendWidth());
        writeLayout("", 0, 0, width, legendRows() * ROW * font);
        xml.set("c:overlay", 1);
        writeText(palette.ink(), false);
        xml.close("c:legend");
    }

    static String hex(Rgb colour) {
        return colour.toString().substring(1);
    }
}
