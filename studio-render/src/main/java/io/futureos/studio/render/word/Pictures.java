package io.futureos.studio.render.word;

import io.futureos.studio.render.office.ChartFigures;
import io.futureos.studio.render.office.Xml;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Places charts and the logo in a line of their own. */
final class Pictures {

    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/";

    /** English metric units in a point, and in a pixel of CSS. */
    private static final long POINT = 12_700;

    private static final long PIXEL = 9_525;

    private static final double CHART_HEIGHT = 215;
    private static final double LOGO_WIDTH = 189;
    private static final double LOGO_HEIGHT = 68;

    private final Parts parts;
    private int count;

    Pictures(Parts parts) {
        this.parts = parts;
    }

    void chart(Element figure, Paragraphs paragraphs) {
        Optional<Parts.Named<ChartFigures.Shown>> chart = parts.chart(figure);
        if (chart.isEmpty()) {
            return;
        }
        ChartFigures.Shown shown = chart.get().what();
        long width = Math.round(Place.PAGE_WIDTH * POINT);
        paragraphs.begin(Place.PAGE, Style.FIGURE, Optional.empty());
        Xml xml = open(paragraphs, width, Math.round(CHART_HEIGHT * POINT), shown.title(), shown.alt());
        xml.open("a:graphicData", "uri", DRAWING + "chart");
        xml.empty("c:chart", "xmlns:c", DRAWING + "chart", "r:id", chart.get().id());
        close(xml);
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
        Xml xml = open(paragraphs, cx, cy, "Logo", image.attr("alt"));
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
        paragraphs.grow(cy / (double) POINT);
        paragraphs.end();
    }

    private Xml open(Paragraphs paragraphs, long width, long height, String title, String alt) {
        count++;
        paragraphs.ensureOpen("");
        Xml xml = paragraphs.xml().open("w:r").open("w:drawing");
        xml.open("wp:inline", "distT", 0, "distB", 0, "distL", 0, "distR", 0);
        xml.empty("wp:extent", "cx", width, "cy", height);
        String described = alt.isBlank() ? title : alt;
        xml.empty("wp:docPr", "id", count, "name", "Picture " + count, "descr", described, "title", title);
        xml.open("wp:cNvGraphicFramePr").empty("a:graphicFrameLocks", "xmlns:a", DRAWING + "main", "noChangeAspect", 1);
        xml.close("wp:cNvGraphicFramePr");
        return xml.open("a:graphic", "xmlns:a", DRAWING + "main");
    }

    private static void close(Xml xml) {
        xml.close("a:graphicData")
                .close("a:graphic")
                .close("wp:inline")
                .close("w:drawing")
                .close("w:r");
    }
}
