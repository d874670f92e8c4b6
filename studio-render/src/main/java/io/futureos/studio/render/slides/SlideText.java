package io.futureos.studio.render.slides;

import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.look.Rgb;
import io.futureos.studio.render.office.OfficePackage.Part;
import io.futureos.studio.render.office.Xml;
import io.futureos.studio.render.slides.Slide.Paragraph;
import io.futureos.studio.render.slides.Slide.Paragraph.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Paragraphs of a slide, and the text within. */
final class SlideText {

    /** In hundredths of a point. */
    private static final int CELL = 1_300;

    private static final int SMALL = 1_300;
    private static final int FOOTER = 1_000;

    /** English Metric Units. */
    private static final int INDENT = 285_750;

    private final Xml xml;
    private final Part part;
    private final Palette palette;

    private record Style(
            int size,
            boolean bold,
            boolean italic,
            boolean code,
            int raised,
            @Nullable Rgb colour) {

        Style in(Element element) {
            return switch (element.normalName()) {
                case "strong", "b" -> new Style(size, true, italic, code, raised, colour);
                case "em", "i" -> new Style(size, bold, true, code, raised, colour);
                case "code" -> new Style(size, bold, italic, true, raised, colour);
                case "sup" -> new Style(size, bold, italic, code, 30_000, colour);
                case "sub" -> new Style(size, bold, italic, code, -25_000, colour);
                default -> this;
            };
        }
    }

    SlideText(Xml xml, Part part, Palette palette) {
        this.xml = xml;
        this.part = part;
        this.palette = palette;
    }

    /** One paragraph that looks as the layout says. */
    void plain(String words) {
        xml.open("a:p")
                .open("a:r")
                .empty("a:rPr", "lang", "en-GB")
                .text("a:t", words)
                .close("a:r")
                .close("a:p");
    }

    /** The same for a footer; programs differ in where they look up how it looks. */
    void small(String words) {
        xml.open("a:p").empty("a:pPr", "algn", "l").open("a:r").open("a:rPr", "lang", "en-GB", "sz", FOOTER);
        xml.open("a:solidFill")
                .set("a:srgbClr", SlidesFile.hex(palette.muted()))
                .close("a:solidFill");
        xml.empty("a:latin", "typeface", "Arial")
                .close("a:rPr")
                .text("a:t", words)
                .close("a:r")
                .close("a:p");
    }

    /** The slide's number, which follows the slide when it is moved. */
    void number(int number) {
        xml.open("a:p").open("a:fld", "id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type", "slidenum");
        xml.empty("a:rPr", "lang", "en-GB")
                .text("a:t", String.valueOf(number))
                .close("a:fld")
                .close("a:p");
    }

    void paragraphs(List<Paragraph> paragraphs) {
        paragraphs.forEach(this::paragraph);
    }

    private void paragraph(Paragraph paragraph) {
        xml.open("a:p");
        if (paragraph.level() > 0) {
            xml.open("a:pPr", "marL", INDENT * paragraph.level(), "indent", -INDENT);
            if (paragraph.number() > 0) {
                xml.empty("a:buFont", "typeface", "+mj-lt");
                xml.empty("a:buAutoNum", "type", "arabicPeriod", "startAt", paragraph.number());
            } else {
                xml.empty("a:buFont", "typeface", "Arial").empty("a:buChar", "char", "•");
            }
            xml.close("a:pPr");
        }
        Kind kind = paragraph.kind();
        boolean isSmall = kind == Kind.NOTE || kind == Kind.REMARK;
        write(
                paragraph.content(),
                new Style(
                        isSmall ? SMALL : 0,
                        kind == Kind.HEADING || kind == Kind.LEAD,
                        false,
                        false,
                        0,
                        isSmall ? palette.muted() : null));
        xml.close("a:p");
    }

    void cell(Element cell, boolean isBold) {
        xml.open("a:p").empty("a:pPr", "algn", cell.hasClass("n") ? "r" : "l");
        write(cell.childNodes(), new Style(CELL, isBold, false, false, 0, palette.ink()));
        xml.empty("a:endParaRPr", "lang", "en-GB", "sz", CELL).close("a:p");
    }

    private void write(List<Node> nodes, Style style) {
        nodes.forEach(node -> write(node, style, ""));
    }

    private void write(Node node, Style style, String link) {
        if (node instanceof TextNode text) {
            run(text.getWholeText().replaceAll("\\s+", " "), style, link);
        } else if (node instanceof Element element) {
            if (element.nameIs("br")) {
                xml.empty("a:br");
                return;
            }
            String target =
                    element.attr("href").startsWith("https:") && element.nameIs("a") ? element.attr("href") : link;
            element.childNodes().forEach(child -> write(child, style.in(element), target));
        }
    }

    private void run(String text, Style style, String link) {
        if (text.isEmpty()) {
            return;
        }
        xml.open("a:r");
        var attributes = new ArrayList<Object>(List.of("lang", "en-GB"));
        if (style.size() > 0) {
            attributes.addAll(List.of("sz", style.size()));
        }
        if (style.bold()) {
            attributes.addAll(List.of("b", 1));
        }
        if (style.italic()) {
            attributes.addAll(List.of("i", 1));
        }
        if (style.raised() != 0) {
            attributes.addAll(List.of("baseline", style.raised()));
        }
        xml.open("a:rPr", attributes.toArray());
        Rgb colour = style.colour();
        if (colour != null) {
            xml.open("a:solidFill").set("a:srgbClr", SlidesFile.hex(colour)).close("a:solidFill");
        }
        if (style.code()) {
            xml.empty("a:latin", "typeface", "Courier New");
        }
        if (!link.isEmpty()) {
            xml.empty("a:hlinkClick", "r:id", part.relate(link));
        }
        xml.close("a:rPr").text("a:t", text).close("a:r");
    }
}
