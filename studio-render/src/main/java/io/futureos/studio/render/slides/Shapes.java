package io.futureos.studio.render.slides;

import io.futureos.studio.render.office.DrawnChart;
import io.futureos.studio.render.office.Emu;
import io.futureos.studio.render.office.ShapeSyntax.Label;
import io.futureos.studio.render.office.Xml;
import io.futureos.studio.render.slides.Stage.Box;
import io.futureos.studio.render.slides.Stage.Placeholder;
import java.util.Optional;

/** The shapes of one slide, in the order in which they are read out. */
final class Shapes {

    final Xml xml = new Xml();

    private int shapes = 1;

    /** Opens a slide, or what is built like one. */
    void open(String root) {
        xml.open(root, "xmlns:p", SlidesFile.MAIN, "xmlns:a", SlidesFile.DRAWING, "xmlns:r", SlidesFile.RELATIONSHIPS);
        xml.open("p:cSld").open("p:spTree");
        xml.open("p:nvGrpSpPr").empty("p:cNvPr", "id", 1, "name", "");
        xml.empty("p:cNvGrpSpPr").empty("p:nvPr").close("p:nvGrpSpPr").empty("p:grpSpPr");
    }

    /** @param colourMap of the layout, if it is not that of the master */
    byte[] close(String root, Optional<Fragment> colourMap) {
        xml.close("p:spTree").close("p:cSld").open("p:clrMapOvr");
        colourMap.ifPresentOrElse(map -> map.writeTo(xml), () -> xml.empty("a:masterClrMapping"));
        xml.close("p:clrMapOvr");
        return xml.close(root).bytes();
    }

    /** Opens a placeholder where the layout has it, ready for its paragraphs. */
    void openPlaceholder(String name, Placeholder placeholder) {
        begin(name);
        placeholder(placeholder);
        xml.empty("p:spPr").open("p:txBody").empty("a:bodyPr").empty("a:lstStyle");
    }

    /** Opens a placeholder at a place of its own. */
    void openPlaceholder(String name, Placeholder placeholder, Box box) {
        begin(name);
        placeholder(placeholder);
        xml.open("p:spPr");
        place(box);
        xml.close("p:spPr");
        openBody();
    }

    /**
     * Opens a box of text.
     *
     * @param padding in English Metric Units
     */
    void openBox(String name, Box box, String fill, int padding) {
        begin(name);
        xml.empty("p:cNvSpPr", "txBox", 1).empty("p:nvPr").close("p:nvSpPr").open("p:spPr");
        place(box);
        if (!fill.isEmpty()) {
            xml.open("a:solidFill").set("a:srgbClr", fill).close("a:solidFill");
        }
        xml.close("p:spPr").open("p:txBody");
        xml.open("a:bodyPr", "wrap", "square", "lIns", padding, "tIns", padding, "rIns", padding, "bIns", padding);
        xml.empty("a:normAutofit").close("a:bodyPr").empty("a:lstStyle");
    }

    /** A filled rectangle that says nothing. */
    void bar(String name, Box box, String fill) {
        begin(name);
        xml.empty("p:cNvSpPr").empty("p:nvPr").close("p:nvSpPr").open("p:spPr");
        place(box);
        xml.open("a:solidFill").set("a:srgbClr", fill).close("a:solidFill");
        xml.open("a:ln").empty("a:noFill").close("a:ln").close("p:spPr").close("p:sp");
    }

    void closeText() {
        xml.close("p:txBody").close("p:sp");
    }

    /** Opens the frame of a chart or a table. */
    void openFrame(String name, String alt, Box box) {
        shapes++;
        xml.open("p:graphicFrame").open("p:nvGraphicFramePr");
        xml.empty("p:cNvPr", "id", shapes, "name", name + " " + shapes, "descr", alt);
        xml.open("p:cNvGraphicFramePr").empty("a:graphicFrameLocks", "noGrp", 1).close("p:cNvGraphicFramePr");
        xml.empty("p:nvPr").close("p:nvGraphicFramePr").open("p:xfrm");
        corners(box);
        xml.close("p:xfrm").open("a:graphic");
    }

    void closeFrame() {
        xml.close("a:graphicData").close("a:graphic").close("p:graphicFrame");
    }

    /** A chart drawn as a group of shapes, at the top of the box and in its middle. */
    void drawing(String name, String alt, DrawnChart chart, Box box) {
        shapes++;
        xml.open("p:grpSp").open("p:nvGrpSpPr");
        xml.empty("p:cNvPr", "id", shapes, "name", name + " " + shapes, "descr", alt);
        xml.open("p:cNvGrpSpPr").empty("a:grpSpLocks", "noChangeAspect", 1).close("p:cNvGrpSpPr");
        xml.empty("p:nvPr").close("p:nvGrpSpPr").open("p:grpSpPr");
        double aside = (box.widthInPoints() - chart.width()) / 2;
        chart.placeGroup(xml, box.left() + Math.round(aside * Emu.PER_POINT), box.top());
        xml.close("p:grpSpPr");
        chart.writeShapes(xml, this::piece);
        xml.close("p:grpSp");
    }

    private void piece(String name, Runnable form, Optional<Label> label) {
        begin(name);
        if (label.isPresent()) {
            xml.empty("p:cNvSpPr", "txBox", 1);
        } else {
            xml.empty("p:cNvSpPr");
        }
        xml.empty("p:nvPr").close("p:nvSpPr").open("p:spPr");
        form.run();
        xml.close("p:spPr");
        label.ifPresent(this::label);
        xml.close("p:sp");
    }

    private void label(Label label) {
        xml.open("p:txBody")
                .empty("a:bodyPr", "wrap", "none", "lIns", 0, "tIns", 0, "rIns", 0, "bIns", 0, "anchor", "t");
        xml.empty("a:lstStyle")
                .open("a:p")
                .empty("a:pPr", "algn", label.alignment().inDrawing());
        xml.open("a:r");
        long size = Math.round(100 * label.points());
        xml.open("a:rPr", "lang", label.language(), "sz", size, "b", label.isBold() ? 1 : 0);
        xml.open("a:solidFill").set("a:srgbClr", label.colour()).close("a:solidFill");
        xml.empty("a:latin", "typeface", "Arial").close("a:rPr");
        xml.text("a:t", label.text()).close("a:r").close("a:p").close("p:txBody");
    }

    /** A picture that the text has no need of. */
    void picture(String name, Box box, String id) {
        shapes++;
        xml.open("p:pic").open("p:nvPicPr").empty("p:cNvPr", "id", shapes, "name", name, "descr", "");
        xml.empty("p:cNvPicPr").empty("p:nvPr").close("p:nvPicPr");
        xml.open("p:blipFill").empty("a:blip", "r:embed", id);
        xml.open("a:stretch").empty("a:fillRect").close("a:stretch").close("p:blipFill");
        xml.open("p:spPr");
        place(box);
        xml.close("p:spPr").close("p:pic");
    }

    private void begin(String name) {
        shapes++;
        xml.open("p:sp").open("p:nvSpPr").empty("p:cNvPr", "id", shapes, "name", name + " " + shapes);
    }

    private void placeholder(Placeholder placeholder) {
        xml.open("p:cNvSpPr").empty("a:spLocks", "noGrp", 1).close("p:cNvSpPr").open("p:nvPr");
        if (placeholder.type().isEmpty()) {
            xml.empty("p:ph", "idx", placeholder.index());
        } else if (placeholder.index().isEmpty()) {
            xml.empty("p:ph", "type", placeholder.type());
        } else {
            xml.empty("p:ph", "type", placeholder.type(), "idx", placeholder.index());
        }
        xml.close("p:nvPr").close("p:nvSpPr");
    }

    /** Text fills the box from its top, whatever the layout says. */
    private void openBody() {
        xml.open("p:txBody")
                .open("a:bodyPr", "lIns", 0, "tIns", 0, "rIns", 0, "bIns", 0, "numCol", 1, "anchor", "t")
                .empty("a:normAutofit")
                .close("a:bodyPr")
                .empty("a:lstStyle");
    }

    private void place(Box box) {
        xml.open("a:xfrm");
        corners(box);
        xml.close("a:xfrm").open("a:prstGeom", "prst", "rect").empty("a:avLst").close("a:prstGeom");
    }

    private void corners(Box box) {
        xml.empty("a:off", "x", box.left(), "y", box.top()).empty("a:ext", "cx", box.width(), "cy", box.height());
    }
}
