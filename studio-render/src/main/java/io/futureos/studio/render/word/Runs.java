package io.futureos.studio.render.word;

import io.futureos.studio.render.office.OfficePackage.Part;
import io.futureos.studio.render.office.Xml;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The text within a paragraph: what is strong, emphasised, raised, a link. */
final class Runs {

    private final Xml xml;
    private final Part main;

    private record Style(boolean bold, boolean italic, boolean code, String raised, boolean link) {

        static final Style PLAIN = new Style(false, false, false, "", false);

        Style in(Element element) {
            return switch (element.normalName()) {
                case "strong", "b" -> new Style(true, italic, code, raised, link);
                case "em", "i" -> new Style(bold, true, code, raised, link);
                case "code" -> new Style(bold, italic, true, raised, link);
                case "sup" -> new Style(bold, italic, code, "superscript", link);
                case "sub" -> new Style(bold, italic, code, "subscript", link);
                case "a" -> new Style(bold, italic, code, raised, true);
                default -> this;
            };
        }
    }

    Runs(Xml xml, Part main) {
        this.xml = xml;
        this.main = main;
    }

    void write(List<Node> nodes) {
        nodes.forEach(node -> write(node, Style.PLAIN));
    }

    private void write(Node node, Style style) {
        if (node instanceof TextNode text) {
            run(text.getWholeText().replaceAll("\\s+", " ").replace('\u0000', ' '), style);
        } else if (node instanceof Element element) {
            if (element.nameIs("br")) {
                xml.open("w:r").empty("w:br").close("w:r");
                return;
            }
            boolean isLink = element.nameIs("a") && element.attr("href").startsWith("https:") && !style.link();
            if (isLink) {
                xml.open("w:hyperlink", "r:id", main.relate(element.attr("href")), "w:history", 1);
            }
            Style inner = element.nameIs("a") && !isLink ? style : style.in(element);
            element.childNodes().forEach(child -> write(child, inner));
            if (isLink) {
                xml.close("w:hyperlink");
            }
        }
    }

    private void run(String text, Style style) {
        if (text.isEmpty()) {
            return;
        }
        xml.open("w:r");
        if (!style.equals(Style.PLAIN)) {
            xml.open("w:rPr");
            if (style.link() || style.code()) {
                xml.empty("w:rStyle", "w:val", style.link() ? "Hyperlink" : "Code");
            }
            if (style.bold()) {
                xml.empty("w:b");
            }
            if (style.italic()) {
                xml.empty("w:i");
            }
            if (!style.raised().isEmpty()) {
                xml.empty("w:vertAlign", "w:val", style.raised());
            }
            xml.close("w:rPr");
        }
        xml.text("w:t", text, "xml:space", "preserve").close("w:r");
    }
}
