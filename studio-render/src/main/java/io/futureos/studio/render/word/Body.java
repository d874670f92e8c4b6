package io.futureos.studio.render.word;

import io.futureos.studio.render.look.Logo;
import io.futureos.studio.render.office.ChartFigures;
import io.futureos.studio.render.office.OfficePackage;
import io.futureos.studio.render.office.OfficePackage.Part;
import io.futureos.studio.render.office.Xml;
import io.futureos.studio.render.page.Blocks;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The text of the document, paragraph by paragraph. */
final class Body {

    /** English Metric Units to a pixel of CSS, and the room between the margins. */
    private static final long PIXEL = 9_525;

    private static final long WIDTH = 6_120_000;
    private static final long CHART_HEIGHT = 2_800_000;
    private static final int LOGO_WIDTH = 180;
    private static final int LOGO_HEIGHT = 60;

    /** A4 and its margins, in twentieths of a point. */
    private static final int PAGE_WIDTH = 11_906;

    private static final int PAGE_HEIGHT = 16_838;
    private static final int MARGIN = 1_134;
    private static final int TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN;

    private final Xml xml = new Xml();
    private final OfficePackage file;
    private final Part main;
    private final ChartFigures figures;
    private final Lists lists;
    private final Runs runs;
    private int bookmarks;
    private int drawings;

    Body(OfficePackage file, Part main, ChartFigures figures, Lists lists) {
        this.file = file;
        this.main = main;
        this.figures = figures;
        this.lists = lists;
        this.runs = new Runs(xml, main);
    }

    void open() {
        xml.open(
                "w:document",
                "xmlns:w",
                WordFile.MAIN,
                "xmlns:r",
                WordFile.RELATIONSHIPS,
                "xmlns:wp",
                "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
                "xmlns:a",
                "http://schemas.openxmlformats.org/drawingml/2006/main",
                "xmlns:pic",
                "http://schemas.openxmlformats.org/drawingml/2006/picture",
                "xmlns:c",
                "http://schemas.openxmlformats.org/drawingml/2006/chart");
        xml.open("w:body");
    }

    byte[] close(String header, String footer) {
        xml.open("w:sectPr");
        xml.empty("w:headerReference", "w:type", "default", "r:id", header);
        xml.empty("w:footerReference", "w:type", "default", "r:id", footer);
        xml.empty("w:pgSz", "w:w", PAGE_WIDTH, "w:h", PAGE_HEIGHT);
        xml.empty(
                "w:pgMar",
                "w:top",
                MARGIN + 200,
                "w:right",
                MARGIN,
                "w:bottom",
                MARGIN,
                "w:left",
                MARGIN,
                "w:header",
                560,
                "w:footer",
                480,
                "w:gutter",
                0);
        xml.empty("w:titlePg");
        return xml.close("w:sectPr").close("w:body").close("w:document").bytes();
    }

    void logo(Logo logo) {
        byte[] picture = Base64.getDecoder()
                .decode(logo.dataUrl().substring(logo.dataUrl().indexOf(',') + 1));
        String kind = logo.dataUrl().startsWith("data:image/png") ? "png" : "jpeg";
        String id = file.addPicture("word", picture, kind, main);
        double scale = Math.min(1, Math.min(LOGO_WIDTH / (double) logo.width(), LOGO_HEIGHT / (double) logo.height()));
        long width = Math.round(logo.width() * scale) * PIXEL;
        long height = Math.round(logo.height() * scale) * PIXEL;
        xml.open("w:p")
                .open("w:pPr")
                .empty("w:pStyle", "w:val", "Logo")
                .close("w:pPr")
                .open("w:r");
        openDrawing(width, height, "Logo", "");
        xml.open("a:graphicData", "uri", "http://schemas.openxmlformats.org/drawingml/2006/picture");
        xml.open("pic:pic").open("pic:nvPicPr");
        xml.empty("pic:cNvPr", "id", drawings, "name", "Logo")
                .empty("pic:cNvPicPr")
                .close("pic:nvPicPr");
        xml.open("pic:blipFill").empty("a:blip", "r:embed", id);
        xml.open("a:stretch").empty("a:fillRect").close("a:stretch").close("pic:blipFill");
        xml.open("pic:spPr").open("a:xfrm").empty("a:off", "x", 0, "y", 0);
        xml.empty("a:ext", "cx", width, "cy", height).close("a:xfrm");
        xml.open("a:prstGeom", "prst", "rect")
                .empty("a:avLst")
                .close("a:prstGeom")
                .close("pic:spPr");
        xml.close("pic:pic").close("a:graphicData");
        closeDrawing();
        xml.close("w:r").close("w:p");
    }

    /** The title, what must be known before anything is read, and the answer. */
    void front(Document document) {
        for (Element part : document.expectFirst("header").children()) {
            switch (part.normalName()) {
                case "h1" -> paragraph("Title", part.childNodes());
                case "p" -> paragraph("Subtitle", part.childNodes());
                case "div" -> part.select("p, li").forEach(line -> paragraph("Caveat", line.childNodes()));
                default -> {
                    // the logo, which is there already
                }
            }
        }
        document.select("main > section.lead").forEach(section -> flow(section, "Lead", 0));
    }

    /** Everything after the contents. */
    void rest(Document document) {
        document.select("main > section:not(.lead)").forEach(section -> flow(section, "BodyText", 0));
        document.select("body > footer > p, body > p.note").forEach(line -> paragraph("Note", line.childNodes()));
    }

    /** Real entries in a field, which Word works out anew when the reader asks for it. */
    void contents(Element navigation, Map<String, Integer> pages) {
        paragraph("ContentsHeading", navigation.expectFirst("h2").childNodes());
        boolean isFirst = true;
        for (Element line : navigation.select("li")) {
            int level = (int) line.parents().stream()
                    .filter(parent -> parent.nameIs("ol"))
                    .count();
            Element link = line.expectFirst("a");
            String id = link.attr("href").substring(1);
            xml.open("w:p")
                    .open("w:pPr")
                    .empty("w:pStyle", "w:val", "TOC" + level)
                    .close("w:pPr");
            if (isFirst) {
                xml.open("w:r").empty("w:fldChar", "w:fldCharType", "begin").close("w:r");
                xml.open("w:r")
                        .text("w:instrText", " TOC \\o \"1-2\" \\h \\z \\u ", "xml:space", "preserve")
                        .close("w:r");
                xml.open("w:r").empty("w:fldChar", "w:fldCharType", "separate").close("w:r");
                isFirst = false;
            }
            xml.open("w:hyperlink", "w:anchor", bookmark(id), "w:history", 1);
            xml.open("w:r").text("w:t", link.text(), "xml:space", "preserve").close("w:r");
            xml.open("w:r").empty("w:tab").close("w:r");
            WordFile.field(
                    xml,
                    "PAGEREF " + bookmark(id) + " \\h",
                    pages.getOrDefault(id, 1).toString());
            xml.close("w:hyperlink").close("w:p");
        }
        if (!isFirst) {
            xml.open("w:p")
                    .open("w:r")
                    .empty("w:fldChar", "w:fldCharType", "end")
                    .close("w:r")
                    .close("w:p");
        }
    }

    private static String bookmark(String id) {
        return "_" + id.replace('-', '_');
    }

    /** Blocks one after the other; what stands between them is a paragraph of its own. */
    private void flow(Element container, String style, int level) {
        var inline = new ArrayList<Node>();
        for (Node node : container.childNodes()) {
            if (node instanceof Element element && element.isBlock() && !element.nameIs("br")) {
                flush(style, inline);
                block(element, style, level);
            } else {
                inline.add(node);
            }
        }
        flush(style, inline);
    }

    private void flush(String style, List<Node> inline) {
        if (Blocks.haveText(inline)) {
            paragraph(style, inline);
        }
        inline.clear();
    }

    private void block(Element element, String style, int level) {
        switch (element.normalName()) {
            case "h2" -> heading(1, element);
            case "h3" -> heading(2, element);
            case "h4" -> heading(3, element);
            case "h5", "h6" -> heading(4, element);
            case "p" -> paragraph(element.hasClass("note") ? "Note" : style, element.childNodes());
            case "ul" -> list(element, lists.bullets(), level);
            case "ol" -> list(element, lists.counting(), level);
            case "blockquote" -> flow(element, "Quote", level);
            case "table" -> table(element);
            case "figure" -> figure(element);
            case "aside" -> element.children().forEach(line -> paragraph("Remark", line.childNodes()));
            default -> flow(element, style, level);
        }
    }

    private void heading(int level, Element element) {
        xml.open("w:p")
                .open("w:pPr")
                .empty("w:pStyle", "w:val", "Heading" + level)
                .close("w:pPr");
        boolean isMarked = !element.id().isEmpty();
        if (isMarked) {
            bookmarks++;
            xml.empty("w:bookmarkStart", "w:id", bookmarks, "w:name", bookmark(element.id()));
        }
        runs.write(element.childNodes());
        if (isMarked) {
            xml.empty("w:bookmarkEnd", "w:id", bookmarks);
        }
        xml.close("w:p");
    }

    private void paragraph(String style, List<Node> content) {
        xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", style).close("w:pPr");
        runs.write(content);
        xml.close("w:p");
    }

    private void list(Element list, int number, int level) {
        for (Element item : list.children()) {
            var inline = new ArrayList<Node>();
            boolean isMarked = false;
            for (Node node : item.childNodes()) {
                if (node instanceof Element element && element.isBlock() && !element.nameIs("p")) {
                    isMarked |= item(inline, number, level, isMarked);
                    block(element, "BodyText", Math.min(Lists.DEEPEST, level + 1));
                } else if (node instanceof Element element && element.nameIs("p")) {
                    isMarked |= item(inline, number, level, isMarked);
                    inline.addAll(element.childNodes());
                    isMarked |= item(inline, number, level, isMarked);
                } else {
                    inline.add(node);
                }
            }
            item(inline, number, level, isMarked);
        }
    }

    /** A paragraph of a list; only an item's first has the mark. */
    private boolean item(List<Node> inline, int number, int level, boolean isMarked) {
        boolean hasText = Blocks.haveText(inline);
        if (hasText) {
            xml.open("w:p")
                    .open("w:pPr")
                    .empty("w:pStyle", "w:val", "ListParagraph")
                    .open("w:numPr");
            xml.empty("w:ilvl", "w:val", level).empty("w:numId", "w:val", isMarked ? 0 : number);
            xml.close("w:numPr").close("w:pPr");
            runs.write(inline);
            xml.close("w:p");
        }
        inline.clear();
        return hasText;
    }

    private void table(Element table) {
        Element caption = table.selectFirst("> caption");
        if (caption != null) {
            paragraph("Caption", caption.childNodes());
        }
        new WordTable(table, TEXT_WIDTH).write(xml, runs);
    }

    private void figure(Element figure) {
        Element caption = figure.expectFirst("figcaption");
        xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", "Caption").close("w:pPr");
        xml.open("w:r").text("w:t", "Figure ", "xml:space", "preserve").close("w:r");
        String number = figure.id().substring(figure.id().indexOf('-') + 1);
        WordFile.field(xml, "SEQ Figure \\* ARABIC", number);
        xml.open("w:r").text("w:t", ". ", "xml:space", "preserve").close("w:r");
        runs.write(
                caption.select("strong").isEmpty()
                        ? List.of()
                        : caption.expectFirst("strong").childNodes());
        xml.close("w:p");
        figures.of(figure).ifPresent(shown -> {
            String id = file.addChart("word", shown.chart(), main);
            xml.open("w:p")
                    .open("w:pPr")
                    .empty("w:pStyle", "w:val", "Figure")
                    .close("w:pPr")
                    .open("w:r");
            openDrawing(WIDTH, CHART_HEIGHT, "Figure " + number, shown.alt());
            xml.open("a:graphicData", "uri", "http://schemas.openxmlformats.org/drawingml/2006/chart");
            xml.empty("c:chart", "r:id", id).close("a:graphicData");
            closeDrawing();
            xml.close("w:r").close("w:p");
        });
        figure.children().stream()
                .filter(child -> !child.nameIs("figcaption"))
                .forEach(child -> block(child, "BodyText", 0));
    }

    private void openDrawing(long width, long height, String name, String alt) {
        drawings++;
        xml.open("w:drawing").open("wp:inline", "distT", 0, "distB", 0, "distL", 0, "distR", 0);
        xml.empty("wp:extent", "cx", width, "cy", height);
        xml.empty("wp:docPr", "id", drawings, "name", name, "descr", alt);
        xml.empty("wp:cNvGraphicFramePr").open("a:graphic");
    }

    private void closeDrawing() {
        xml.close("a:graphic").close("wp:inline").close("w:drawing");
    }
}
