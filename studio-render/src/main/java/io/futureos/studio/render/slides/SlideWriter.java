package io.futureos.studio.render.slides;

import io.futureos.studio.render.look.Logo;
import io.futureos.studio.render.look.Look;
import io.futureos.studio.render.office.ChartFigures;
import io.futureos.studio.render.office.ChartFigures.Shown;
import io.futureos.studio.render.office.OfficePackage;
import io.futureos.studio.render.office.OfficePackage.Part;
import io.futureos.studio.render.office.Xml;
import io.futureos.studio.render.slides.Slide.Block;
import io.futureos.studio.render.slides.Slide.Figure;
import io.futureos.studio.render.slides.Slide.Layout;
import io.futureos.studio.render.slides.Slide.Table;
import io.futureos.studio.render.slides.Slide.Text;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Writes one slide and its notes. */
final class SlideWriter {

    /** All in English Metric Units, 12,700 to a point. */
    static final int WIDTH = 12_192_000;

    static final int HEIGHT = 6_858_000;
    private static final int POINT = 12_700;
    private static final int LEFT = 610_000;
    private static final int ROOM = WIDTH - 2 * LEFT;
    private static final int TOP = 1_480_000;
    private static final int BOTTOM = 6_270_000;
    private static final int GAP = 14 * POINT;
    private static final int LOGO_WIDTH = 1_900_000;
    private static final int LOGO_HEIGHT = 700_000;

    private final OfficePackage file;
    private final Part part;
    private final ChartFigures figures;
    private final Look look;
    private final Document document;
    private final Xml xml = new Xml();
    private final SlideText text;
    private int shapes = 1;

    SlideWriter(OfficePackage file, Part part, ChartFigures figures, Look look, Document document) {
        this.file = file;
        this.part = part;
        this.figures = figures;
        this.look = look;
        this.document = document;
        this.text = new SlideText(xml, part, look.light());
    }

    byte[] slide(Slide slide, int number) {
        open("p:sld");
        placeholder("Title", slide.layout() == Layout.TITLE ? "ctrTitle" : "title", 0);
        text.plain(slide.title());
        closeShape();
        if (!slide.above().isEmpty()) {
            placeholder("Part", "body", 13);
            text.plain(slide.above());
            closeShape();
        }
        if (slide.layout() == Layout.TITLE) {
            placeholder("Subtitle", "subTitle", 1);
            slide.blocks().forEach(block -> text.paragraphs(((Text) block).paragraphs()));
            closeShape();
            look.logo().ifPresent(this::logo);
        } else {
            blocks(slide.blocks());
            placeholder("Report", "ftr", 11);
            text.small(document.title());
            closeShape();
            placeholder("Slide number", "sldNum", 12);
            text.number(number);
            closeShape();
        }
        return close("p:sld");
    }

    byte[] notes(Slide slide, int number) {
        var notes = new Xml();
        notes.open(
                "p:notes",
                "xmlns:p",
                SlidesFile.MAIN,
                "xmlns:a",
                SlidesFile.DRAWING,
                "xmlns:r",
                SlidesFile.RELATIONSHIPS);
        notes.open("p:cSld").open("p:spTree");
        group(notes);
        notes.open("p:sp").open("p:nvSpPr").empty("p:cNvPr", "id", 2, "name", "Slide image " + number);
        notes.open("p:cNvSpPr")
                .empty("a:spLocks", "noGrp", 1, "noRot", 1, "noChangeAspect", 1)
                .close("p:cNvSpPr");
        notes.open("p:nvPr").empty("p:ph", "type", "sldImg").close("p:nvPr").close("p:nvSpPr");
        notes.empty("p:spPr").close("p:sp");
        notes.open("p:sp").open("p:nvSpPr").empty("p:cNvPr", "id", 3, "name", "Notes");
        notes.open("p:cNvSpPr").empty("a:spLocks", "noGrp", 1).close("p:cNvSpPr");
        notes.open("p:nvPr")
                .empty("p:ph", "type", "body", "idx", 1)
                .close("p:nvPr")
                .close("p:nvSpPr");
        notes.empty("p:spPr").open("p:txBody").empty("a:bodyPr").empty("a:lstStyle");
        for (String words : slide.notes()) {
            notes.open("a:p")
                    .open("a:r")
                    .empty("a:rPr", "lang", language())
                    .text("a:t", words)
                    .close("a:r")
                    .close("a:p");
        }
        if (slide.notes().isEmpty()) {
            notes.open("a:p").empty("a:endParaRPr", "lang", language()).close("a:p");
        }
        notes.close("p:txBody").close("p:sp").close("p:spTree").close("p:cSld");
        notes.open("p:clrMapOvr").empty("a:masterClrMapping").close("p:clrMapOvr");
        return notes.close("p:notes").bytes();
    }

    private String language() {
        return document.expectFirst("html").attr("lang");
    }

    /** Where the blocks stand follows from how high they are about; what is last has the room that is left. */
    private void blocks(List<Block> blocks) {
        int top = TOP;
        boolean isFirstText = true;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block instanceof Figure figure) {
                int from = top;
                figures.of(figure.element()).ifPresent(shown -> chart(shown, from));
                return;
            }
            int height = (int) (block.height() * POINT);
            if (block instanceof Text paragraphs) {
                int bottom = i == blocks.size() - 1 ? BOTTOM : Math.min(BOTTOM, top + height);
                if (isFirstText) {
                    openShape("Text", "body", 1);
                } else {
                    openShape("Text", "", 0);
                }
                isFirstText = false;
                place(top, Math.max(POINT, bottom - top));
                xml.open("p:txBody")
                        .open("a:bodyPr")
                        .empty("a:normAutofit")
                        .close("a:bodyPr")
                        .empty("a:lstStyle");
                text.paragraphs(paragraphs.paragraphs());
                closeShape();
            } else if (block instanceof Table table) {
                table(table, top, height);
            }
            top += height + GAP;
        }
    }

    private void place(int top, int height) {
        xml.open("p:spPr").open("a:xfrm").empty("a:off", "x", LEFT, "y", top);
        xml.empty("a:ext", "cx", ROOM, "cy", height).close("a:xfrm");
        xml.open("a:prstGeom", "prst", "rect")
                .empty("a:avLst")
                .close("a:prstGeom")
                .close("p:spPr");
    }

    private void chart(Shown shown, int top) {
        String id = file.addChart("ppt", shown.chart(ROOM / (double) POINT, (BOTTOM - top) / (double) POINT), part);
        openFrame("Chart", shown.alt(), top, BOTTOM - top);
        xml.open("a:graphicData", "uri", "http://schemas.openxmlformats.org/drawingml/2006/chart");
        xml.empty("c:chart", "xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart", "r:id", id);
        closeFrame();
    }

    private void table(Table table, int top, int height) {
        openFrame("Table", "", top, height);
        xml.open("a:graphicData", "uri", "http://schemas.openxmlformats.org/drawingml/2006/table")
                .open("a:tbl");
        xml.empty("a:tblPr", "firstRow", table.head().isEmpty() ? 0 : 1).open("a:tblGrid");
        int[] widths = widths(table);
        for (int width : widths) {
            xml.empty("a:gridCol", "w", width);
        }
        xml.close("a:tblGrid");
        table.head().forEach(row -> row(table, row, true));
        table.rows().forEach(row -> row(table, row, false));
        xml.close("a:tbl");
        closeFrame();
    }

    private void row(Table table, Element row, boolean isHead) {
        xml.open("a:tr", "h", Math.round(table.height(row) * POINT));
        int column = 0;
        for (Element cell : row.children()) {
            int span = cell.hasAttr("colspan") ? Integer.parseInt(cell.attr("colspan")) : 1;
            span = Math.min(Math.max(1, span), table.columns() - column);
            if (span == 0) {
                break;
            }
            if (span > 1) {
                xml.open("a:tc", "gridSpan", span);
            } else {
                xml.open("a:tc");
            }
            cell(cell, isHead || cell.nameIs("th"), isHead);
            for (int hidden = 1; hidden < span; hidden++) {
                xml.open("a:tc", "hMerge", 1);
                cell(new Element("td"), false, isHead);
            }
            column += span;
        }
        for (; column < table.columns(); column++) {
            xml.open("a:tc");
            cell(new Element("td"), false, isHead);
        }
        xml.close("a:tr");
    }

    private void cell(Element cell, boolean isBold, boolean isHead) {
        xml.open("a:txBody").empty("a:bodyPr").empty("a:lstStyle");
        text.cell(cell, isBold);
        xml.close("a:txBody");
        xml.open("a:tcPr", "marL", 50_000, "marR", 50_000, "marT", 30_000, "marB", 30_000, "anchor", "ctr");
        for (String side : List.of("a:lnL", "a:lnR", "a:lnT")) {
            xml.open(side, "w", 0).empty("a:noFill").close(side);
        }
        xml.open("a:lnB", "w", isHead ? POINT : POINT / 2).open("a:solidFill");
        xml.set(
                "a:srgbClr",
                SlidesFile.hex(isHead ? look.light().muted() : look.light().rule()));
        xml.close("a:solidFill")
                .close("a:lnB")
                .empty("a:noFill")
                .close("a:tcPr")
                .close("a:tc");
    }

    private static int[] widths(Table table) {
        double[] longest = new double[table.columns()];
        Arrays.fill(longest, 5);
        for (List<Element> rows : List.of(table.head(), table.rows())) {
            for (Element row : rows) {
                for (int c = 0; c < Math.min(row.childrenSize(), longest.length); c++) {
                    longest[c] = Math.max(
                            longest[c], Math.min(45, row.child(c).text().length() + 2));
                }
            }
        }
        double all = Arrays.stream(longest).sum();
        return Arrays.stream(longest)
                .mapToInt(length -> (int) (length / all * ROOM))
                .toArray();
    }

    private void logo(Logo logo) {
        byte[] picture = Base64.getDecoder()
                .decode(logo.dataUrl().substring(logo.dataUrl().indexOf(',') + 1));
        String kind = logo.dataUrl().startsWith("data:image/png") ? "png" : "jpeg";
        String id = file.addPicture("ppt", picture, kind, part);
        double scale = Math.min(LOGO_WIDTH / (double) logo.width(), LOGO_HEIGHT / (double) logo.height());
        shapes++;
        xml.open("p:pic").open("p:nvPicPr").empty("p:cNvPr", "id", shapes, "name", "Logo", "descr", "");
        xml.empty("p:cNvPicPr").empty("p:nvPr").close("p:nvPicPr");
        xml.open("p:blipFill").empty("a:blip", "r:embed", id);
        xml.open("a:stretch").empty("a:fillRect").close("a:stretch").close("p:blipFill");
        xml.open("p:spPr").open("a:xfrm").empty("a:off", "x", LEFT, "y", LEFT);
        xml.empty("a:ext", "cx", Math.round(logo.width() * scale), "cy", Math.round(logo.height() * scale));
        xml.close("a:xfrm").open("a:prstGeom", "prst", "rect").empty("a:avLst").close("a:prstGeom");
        xml.close("p:spPr").close("p:pic");
    }

    private void open(String root) {
        xml.open(root, "xmlns:p", SlidesFile.MAIN, "xmlns:a", SlidesFile.DRAWING, "xmlns:r", SlidesFile.RELATIONSHIPS);
        xml.open("p:cSld").open("p:spTree");
        group(xml);
    }

    private byte[] close(String root) {
        xml.close("p:spTree").close("p:cSld");
        xml.open("p:clrMapOvr").empty("a:masterClrMapping").close("p:clrMapOvr");
        return xml.close(root).bytes();
    }

    private static void group(Xml xml) {
        xml.open("p:nvGrpSpPr").empty("p:cNvPr", "id", 1, "name", "");
        xml.empty("p:cNvGrpSpPr").empty("p:nvPr").close("p:nvGrpSpPr").empty("p:grpSpPr");
    }

    /** A placeholder where the layout has it. */
    private void placeholder(String name, String type, int index) {
        openShape(name, type, index);
        xml.empty("p:spPr").open("p:txBody").empty("a:bodyPr").empty("a:lstStyle");
    }

    /** @param type of the placeholder; empty for a box of its own */
    private void openShape(String name, String type, int index) {
        shapes++;
        xml.open("p:sp").open("p:nvSpPr").empty("p:cNvPr", "id", shapes, "name", name + " " + shapes);
        if (type.isEmpty()) {
            xml.empty("p:cNvSpPr", "txBox", 1).empty("p:nvPr").close("p:nvSpPr");
            return;
        }
        xml.open("p:cNvSpPr").empty("a:spLocks", "noGrp", 1).close("p:cNvSpPr").open("p:nvPr");
        if (index == 0) {
            xml.empty("p:ph", "type", type);
        } else {
            xml.empty("p:ph", "type", type, "idx", index);
        }
        xml.close("p:nvPr").close("p:nvSpPr");
    }

    private void closeShape() {
        xml.close("p:txBody").close("p:sp");
    }

    private void openFrame(String name, String alt, int top, int height) {
        shapes++;
        xml.open("p:graphicFrame").open("p:nvGraphicFramePr");
        xml.empty("p:cNvPr", "id", shapes, "name", name + " " + shapes, "descr", alt);
        xml.open("p:cNvGraphicFramePr").empty("a:graphicFrameLocks", "noGrp", 1).close("p:cNvGraphicFramePr");
        xml.empty("p:nvPr").close("p:nvGraphicFramePr");
        xml.open("p:xfrm").empty("a:off", "x", LEFT, "y", top).empty("a:ext", "cx", ROOM, "cy", height);
        xml.close("p:xfrm").open("a:graphic");
    }

    private void closeFrame() {
        xml.close("a:graphicData").close("a:graphic").close("p:graphicFrame");
    }
}
