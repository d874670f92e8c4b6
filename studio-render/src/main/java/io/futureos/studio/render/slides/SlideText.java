package io.futureos.studio.render.slides;

import io.futureos.studio.render.look.Rgb;
import io.futureos.studio.render.office.Emu;
import io.futureos.studio.render.office.OfficePackage.Part;
import io.futureos.studio.render.office.Xml;
import io.futureos.studio.render.slides.Slide.Paragraph;
import io.futureos.studio.render.slides.Slide.Paragraph.Kind;
import io.futureos.studio.render.slides.Stage.Placeholder;
import io.futureos.studio.render.slides.Template.Colours;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Paragraphs of a slide, and the text within. */
final class SlideText {

    private static final int FOOTER = 1_000;

    /** English Metric Units. */
    private static final int INDENT = (int) (Paragraph.INDENT * Emu.PER_POINT);

    private final Xml xml;
    private final Part part;
    private final Colours colours;
    private final String language;
    private final Targets targets;

    /** @param size in hundredths of a point */
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

    SlideText(Xml xml, Part part, Colours colours, String language, Targets targets) {
        this.xml = xml;
        this.part = part;
        this.colours = colours;
        this.language = language;
        this.targets = targets;
    }

    /** One paragraph that looks as the layout says, in smaller letters where it would be too long. */
    void plain(String words, Placeholder place) {
        OptionalInt size = place.lettering().map(one -> one.fitting(words)).orElse(OptionalInt.empty());
        xml.open("a:p").open("a:r");
        if (size.isPresent()) {
            xml.empty("a:rPr", "lang", language, "sz", size.getAsInt());
        } else {
            xml.empty("a:rPr", "lang", language);
        }
        xml.text("a:t", words).close("a:r").close("a:p");
    }

    /** The same for a footer; programs differ in where they look up how it looks. */
    void small(String words) {
        xml.open("a:p").empty("a:pPr", "algn", "l").open("a:r").open("a:rPr", "lang", language, "sz", FOOTER);
        fill(colours.palette().muted());
        xml.empty("a:latin", "typeface", "Arial").close("a:rPr").text("a:t", words);
        xml.close("a:r").close("a:p");
    }

    /** The same for a template's footer: in letters that it would have anyway. */
    void footer(String words, Lettering lettering) {
        xml.open("a:p").open("a:r").open("a:rPr", "lang", language, "sz", (int) (100 * lettering.size()));
        lettering.paint().forEach(one -> one.writeTo(xml));
        xml.close("a:rPr").text("a:t", words).close("a:r").close("a:p");
    }

    /** The slide's number, which follows the slide when it is moved. */
    void number(int number) {
        xml.open("a:p").open("a:fld", "id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type", "slidenum");
        xml.empty("a:rPr", "lang", language).text("a:t", String.valueOf(number));
        xml.close("a:fld").close("a:p");
    }

    void paragraphs(List<Paragraph> paragraphs) {
        for (int i = 0; i < paragraphs.size(); i++) {
            paragraph(paragraphs.get(i), i == 0);
        }
    }

    private void paragraph(Paragraph paragraph, boolean isFirst) {
        Kind kind = paragraph.kind();
        xml.open("a:p")
                .open("a:pPr", "marL", INDENT * paragraph.level(), "indent", paragraph.level() > 0 ? -INDENT : 0);
        xml.open("a:lnSpc").set("a:spcPct", 100_000).close("a:lnSpc");
        xml.open("a:spcBef")
                .set("a:spcPts", isFirst ? 0 : (int) (100 * Paragraph.SPACE))
                .close("a:spcBef");
        xml.open("a:spcAft").set("a:spcPts", 0).close("a:spcAft");
        if (paragraph.level() == 0) {
            xml.empty("a:buNone");
        } else if (paragraph.number() > 0) {
            xml.empty("a:buFont", "typeface", "+mj-lt");
            xml.empty("a:buAutoNum", "type", "arabicPeriod", "startAt", Math.min(32_767, paragraph.number()));
        } else {
            xml.empty("a:buFont", "typeface", "Arial").empty("a:buChar", "char", "•");
        }
        xml.close("a:pPr");
        Rgb colour = switch (kind) {
            case TEXT, HEADING -> colours.ink();
            case NOTE -> colours.muted();
            case REMARK -> colours.palette().ink(); // on a ground of the same palette
        };
        write(paragraph.content(), new Style(100 * kind.size, kind == Kind.HEADING, false, false, 0, colour));
        xml.close("a:p");
    }

    /**
     * The paragraph of a cell; an empty one keeps the size of its row.
     *
     * @param size of the text, in points
     */
    void cell(Optional<Element> cell, int size, boolean isHead) {
        boolean isNumeric = cell.filter(one -> one.hasClass("n")).isPresent();
        xml.open("a:p").empty("a:pPr", "algn", isNumeric ? "r" : "l");
        cell.ifPresent(one -> {
            var style = new Style(100 * size, isHead || one.nameIs("th"), false, false, 0, colours.ink());
            write(one.childNodes(), style);
            targets.slide(one.attr(Targets.SLIDE_OF)).ifPresent(number -> run(String.valueOf(number), style, ""));
        });
        xml.empty("a:endParaRPr", "lang", language, "sz", 100 * size).close("a:p");
    }

    private void write(List<Node> nodes, Style style) {
        nodes.forEach(node -> write(node, style, ""));
    }

    private void write(Node node, Style style, String link) {
        if (node instanceof TextNode text) {
            run(text.getWholeText().replaceAll("[ \\t\\n\\r\\f]+", " "), style, link);
        } else if (node instanceof Element element) {
            if (element.nameIs("br")) {
                xml.empty("a:br");
                return;
            }
            String target = element.nameIs("a") ? element.attr("href") : link;
            element.childNodes().forEach(child -> write(child, style.in(element), target));
        }
    }

    private void run(String text, Style style, String link) {
        if (text.isEmpty()) {
            return;
        }
        xml.open("a:r");
        var attributes = new ArrayList<Object>(List.of("lang", language, "sz", style.size()));
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
            fill(colour);
        }
        if (style.code()) {
            xml.empty("a:latin", "typeface", "Courier New");
        }
        link(link);
        xml.close("a:rPr").text("a:t", text).close("a:r");
    }

    /** To the web, or to another slide. */
    private void link(String link) {
        if (link.startsWith("https:")) {
            xml.empty("a:hlinkClick", "r:id", part.relate(link));
        }
        targets.part(link)
                .filter(other -> other != part)
                .ifPresent(other -> xml.empty(
                        "a:hlinkClick", "r:id", part.relate("slide", other), "action", "ppaction://hlinksldjump"));
    }

    private void fill(Rgb colour) {
        xml.open("a:solidFill").set("a:srgbClr", SlidesFile.hex(colour)).close("a:solidFill");
    }
}
