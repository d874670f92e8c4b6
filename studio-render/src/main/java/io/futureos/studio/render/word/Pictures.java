package io.futureos.studio.render.word;

import io.futureos.studio.render.office.ChartFigures;
import io.futureos.studio.render.office.DrawnChart;
import io.futureos.studio.render.office.Emu;
import io.futureos.studio.render.office.ShapeSyntax.Label;
import io.futureos.studio.render.office.Xml;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Places charts and the logo in a line of their own. */
final class Pictures {

    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/";

    /** Of CSS, in English Metric Units. */
    private static final long PIXEL = 9_525;

    private static final double CHART_HEIGHT = 215;

    /** What a page bears below a caption. */
    private static final double DRAWING_HEIGHT = 600;

    private static final double LOGO_WIDTH = 189;
    private static final double LOGO_HEIGHT = 68;

    private final Parts parts;
    private int count;

    Pictures(Parts parts) {
        this.parts = parts;
    }

    void chart(Element figure, Paragraphs paragraphs) {
        parts.chart(figure).ifPresent(chart -> nativeChart(chart, paragraphs));
        parts.drawing(figure).ifPresent(shown -> drawing(shown, paragraphs));
    }

    /** Programs that know groups of shapes, which Word does since 2010, show them; others have the table. */
    private void drawing(ChartFigures.Shown shown, Paragraphs paragraphs) {
        DrawnChart chart = shown.drawing(Place.PAGE_WIDTH, DRAWING_HEIGHT);
        paragraphs.begin(Place.PAGE, Style.FIGURE, Optional.empty());
        paragraphs.ensureOpen("");
        Xml xml = paragraphs.xml().open("w:r").open("mc:AlternateContent").open("mc:Choice", "Requires", "wpg");
        long width = Math.round(chart.width() * Emu.PER_POINT);
        open(xml, width, Math.round(chart.height() * Emu.PER_POINT), shown.title(), shown.alt());
        xml.open("a:graphicData", "uri", WordFile.GROUP).open("wpg:wgp").empty("wpg:cNvGrpSpPr");
        xml.open("wpg:grpSpPr");
        chart.placeGroup(xml, 0, 0);
        xml.close("wpg:grpSpPr");
        chart.writeShapes(xml, (name, form, label) -> piece(xml, name, form, label));
        xml.close("wpg:wgp");
        close(xml);
        xml.close("mc:Choice").close("mc:AlternateContent").close("w:r");
        paragraphs.grow(chart.height());
        paragraphs.end();
    }

    private void piece(Xml xml, String name, Runnable form, Optional<Label> label) {
        count++;
        xml.open("wps:wsp").empty("wps:cNvPr", "id", count, "name", name + " " + count);
        if (label.isPresent()) {
            xml.empty("wps:cNvSpPr", "txBox", 1);
        } else {
            xml.empty("wps:cNvSpPr");
        }
        xml.open("wps:spPr");
        form.run();
        xml.close("wps:spPr");
        label.ifPresent(text -> label(xml, text));
        // a box that is wide enough, since Word has no place for text that is centred or right in one that does not
        // wrap
        xml.empty("wps:bodyPr", "wrap", "square", "lIns", 0, "tIns", 0, "rIns", 0, "bIns", 0, "anchor", "t");
        xml.close("wps:wsp");
    }

    private static void label(Xml xml, Label label) {
        xml.open("wps:txbx").open("w:txbxContent").open("w:p").open("w:pPr");
        xml.empty("w:spacing", "w:before", 0, "w:after", 0, "w:line", 240, "w:lineRule", "auto");
        xml.empty("w:jc", "w:val", label.alignment().inWord())
                .close("w:pPr")
                .open("w:r")
                .open("w:rPr");
        xml.empty("w:rFonts", "w:ascii", "Arial", "w:hAnsi", "Arial", "w:cs", "Arial");
        if (label.isBold()) {
            xml.empty("w:b");
        }
        xml.empty("w:color", "w:val", label.colour());
        xml.empty("w:sz", "w:val", Math.round(2 * label.points())).close("w:rPr");
        xml.text("w:t", label.text(), "xml:space", "preserve").close("w:r").close("w:p");
        xml.close("w:txbxContent").close("wps:txbx");
    }

    private void nativeChart(Parts.Named<ChartFigures.Shown> chart, Paragraphs paragraphs) {
        ChartFigures.Shown shown = chart.what();
        long width = Math.round(Place.PAGE_WIDTH * Emu.PER_POINT);
        paragraphs.begin(Place.PAGE, Style.FIGURE, Optional.empty());
        paragraphs.ensureOpen("");
        Xml xml = paragraphs.xml().open("w:r");
        open(xml, width, Math.round(CHART_HEIGHT * Emu.PER_POINT), shown.title(), shown.alt());
        xml.open("a:graphicData", "uri", DRAWING + "chart");
        xml.empty("c:chart", "xmlns:c", DRAWING + "chart", "r:id", chart.id());
        close(xml);
        xml.close("w:r");
        paragraphs.grow(CHART_HEIGHT);
        paragraphs.end();
    }

    void logo(Element image, Paragraphs paragraphs) {
        double width = Double.parseDouble(image.attr("width"));
        double height = Double.parseDouble(image.attr("height"));
        double scale = Math.min(1, Math.min(LOGO_WIDTH / width, LOGO_HEIGHT / height));
        long cx = Math.max(1, Math.round(width * scale * PIXEL));
        long cy = Math.max(1, Math.round(height * scale * PIXEL));
        paragraphs.begin(Place.PAGE, Style.LOGO, Optional.empty());
        paragraphs.ensureOpen("");
        Xml xml = paragraphs.xml().open("w:r");
        open(xml, cx, cy, "Logo", image.attr("alt"));
        xml.open("a:graphicData", "uri", DRAWING + "picture");
        xml.open("pic:pic", "xmlns:pic", DRAWING + "picture").open("pic:nvPicPr");
        xml.empty("pic:cNvPr", "id", count, "name", "Logo")
                .empty("pic:cNvPicPr")
                .close("pic:nvPicPr");
        xml.open("pic:blipFill").empty("a:blip", "r:embed", parts.picture(image));
        xml.open("a:stretch").empty("a:fillRect").close("a:stretch").close("pic:blipFill");
        xml.open("pic:spPr").open("a:xfrm").empty("a:off", "x", 0, "y", 0);
        xml.empty("a:ext", "cx", cx, "cy", cy).close("a:xfrm");
        xml.open("a:prstGeom", "prst", "rect").empty("a:avLst").close("a:prstGeom");
        xml.close("pic:spPr").close("pic:pic");
        close(xml);
        xml.close("w:r");
        paragraphs.grow(cy / (double) Emu.PER_POINT);
        paragraphs.end();
    }

    private void open(Xml xml, long width, long height, String title, String alt) {
        count++;
        xml.open("w:drawing");
        xml.open("wp:inline", "distT", 0, "distB", 0, "distL", 0, "distR", 0);
        xml.empty("wp:extent", "cx", width, "cy", height);
        String described = alt.isBlank() ? title : alt;
        xml.empty("wp:docPr", "id", count, "name", "Picture " + count, "descr", described, "title", title);
        xml.open("wp:cNvGraphicFramePr").empty("a:graphicFrameLocks", "xmlns:a", DRAWING + "main", "noChangeAspect", 1);
        xml.close("wp:cNvGraphicFramePr");
        xml.open("a:graphic", "xmlns:a", DRAWING + "main");
    }

    private static void close(Xml xml) {
        xml.close("a:graphicData").close("a:graphic").close("wp:inline").close("w:drawing");
    }
}
