package io.futureos.studio.render.office;

import io.futureos.studio.render.look.Rgb;
import io.futureos.studio.render.svg.TextWidth;

/**
 * Reference lines and words drawn over a chart (chart drawings, ECMA-376 part 1, 21.3), for which charts have no series. All
 * places are in points from the left and the top of the chart's frame.
 */
final class Marks {

    private static final String SHAPES = "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing";
    private static final String CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final double LINE_HEIGHT = 1.35;

    private final Xml xml = new Xml();
    private final Frame frame;
    private final OfficeLanguage language;
    private int shapes;

    Marks(Frame frame, OfficeLanguage language) {
        this.frame = frame;
        this.language = language;
        xml.open("c:userShapes", "xmlns:c", CHART, "xmlns:a", DRAWING, "xmlns:cdr", SHAPES);
    }

    boolean isEmpty() {
        return shapes == 0;
    }

    /** A straight line. */
    void line(double fromX, double fromY, double toX, double toY, Rgb colour, double points, boolean isDashed) {
        open(fromX, fromY, toX, toY);
        shapes++;
        xml.open("cdr:cxnSp", "macro", "").open("cdr:nvCxnSpPr");
        xml.empty("cdr:cNvPr", "id", shapes + 1, "name", "Line " + shapes).empty("cdr:cNvCxnSpPr");
        xml.close("cdr:nvCxnSpPr").open("cdr:spPr");
        place(fromX, fromY, toX, toY);
        xml.open("a:prstGeom", "prst", "line").empty("a:avLst").close("a:prstGeom");
        xml.open("a:ln", "w", Math.round(points * Emu.PER_POINT));
        fill(colour);
        xml.set("a:prstDash", isDashed ? "dash" : "solid").close("a:ln").close("cdr:spPr");
        xml.close("cdr:cxnSp").close("cdr:relSizeAnchor");
    }

    /**
     * Words on one line, as much of them as the frame has room for.
     *
     * @param x where they begin, or end if they go to the left
     * @param bottom of the line of text
     */
    void words(String text, double x, double bottom, boolean goLeft, Rgb colour) {
        double room = goLeft ? x : frame.width() - x;
        String shown = TextWidth.fitted(text, room - frame.fontSize() / 2.0, frame.fontSize());
        double width = Math.min(room, TextWidth.of(shown, frame.fontSize()) + frame.fontSize());
        double left = goLeft ? x - width : x;
        double top = Math.max(0, bottom - LINE_HEIGHT * frame.fontSize());
        open(left, top, left + width, bottom);
        shapes++;
        xml.open("cdr:sp", "macro", "", "textlink", "").open("cdr:nvSpPr");
        xml.empty("cdr:cNvPr", "id", shapes + 1, "name", "Words " + shapes).empty("cdr:cNvSpPr", "txBox", 1);
        xml.close("cdr:nvSpPr").open("cdr:spPr");
        place(left, top, left + width, bottom);
        xml.open("a:prstGeom", "prst", "rect").empty("a:avLst").close("a:prstGeom");
        xml.empty("a:noFill").close("cdr:spPr");
        xml.open("cdr:txBody")
                .empty("a:bodyPr", "wrap", "none", "lIns", 0, "tIns", 0, "rIns", 0, "bIns", 0, "anchor", "b");
        xml.empty("a:lstStyle")
                .open("a:p")
                .empty("a:pPr", "algn", goLeft ? "r" : "l")
                .open("a:r");
        xml.open("a:rPr", "lang", language.tag(), "sz", 100 * frame.fontSize(), "b", 0);
        fill(colour);
        xml.empty("a:latin", "typeface", "Arial")
                .close("a:rPr")
                .text("a:t", shown)
                .close("a:r");
        xml.close("a:p").close("cdr:txBody").close("cdr:sp").close("cdr:relSizeAnchor");
    }

    /** The part of the package; empty if nothing was drawn. */
    byte[] bytes() {
        return isEmpty() ? new byte[0] : xml.close("c:userShapes").bytes();
    }

    private void open(double fromX, double fromY, double toX, double toY) {
        xml.open("cdr:relSizeAnchor").open("cdr:from");
        xml.text("cdr:x", Plot.share(fromX / frame.width())).text("cdr:y", Plot.share(fromY / frame.height()));
        xml.close("cdr:from").open("cdr:to");
        xml.text("cdr:x", Plot.share(toX / frame.width())).text("cdr:y", Plot.share(toY / frame.height()));
        xml.close("cdr:to");
    }

    private void place(double fromX, double fromY, double toX, double toY) {
        xml.open("a:xfrm")
                .empty("a:off", "x", Math.round(fromX * Emu.PER_POINT), "y", Math.round(fromY * Emu.PER_POINT));
        xml.empty(
                "a:ext",
                "cx",
                Math.round((toX - fromX) * Emu.PER_POINT),
                "cy",
                Math.round((toY - fromY) * Emu.PER_POINT));
        xml.close("a:xfrm");
    }

    private void fill(Rgb colour) {
        xml.open("a:solidFill").set("a:srgbClr", Plot.hex(colour)).close("a:solidFill");
    }
}
