package io.futureos.studio.render.word;

import io.futureos.studio.render.office.Xml;
import org.jsoup.nodes.Element;

/** How characters look; the named styles say it where there is one for it alone. */
record Format(
        boolean strong, boolean emphasised, boolean code, boolean link, String position, boolean numberOfCaption) {

    static final Format PLAIN = new Format(false, false, false, false, "", false);

    /** This format inside of {@code element}. */
    Format within(Element element) {
        return switch (element.normalName()) {
            case "strong", "b" -> new Format(true, emphasised, code, link, position, numberOfCaption);
            case "em", "i" -> new Format(strong, true, code, link, position, numberOfCaption);
            case "code" -> new Format(strong, emphasised, true, link, position, numberOfCaption);
            case "sup" -> new Format(strong, emphasised, code, link, "superscript", numberOfCaption);
            case "sub" -> new Format(strong, emphasised, code, link, "subscript", numberOfCaption);
            case "span" -> new Format(strong, emphasised, code, link, position, element.hasClass("number"));
            default -> this;
        };
    }

    Format linked() {
        return new Format(strong, emphasised, code, true, position, numberOfCaption);
    }

    /** The run's properties in the order of the schema. */
    void write(Xml xml, boolean rightToLeft) {
        String style = style();
        if (style.isEmpty() && !rightToLeft && !strong && !emphasised && position.isEmpty()) {
            return;
        }
        xml.open("w:rPr");
        if (!style.isEmpty()) {
            xml.empty("w:rStyle", "w:val", style);
        }
        if (strong && !style.equals("Strong")) {
            xml.empty("w:b").empty("w:bCs");
        }
        if (emphasised && !style.equals("Emphasis")) {
            xml.empty("w:i").empty("w:iCs");
        }
        if (!position.isEmpty()) {
            xml.empty("w:vertAlign", "w:val", position);
        }
        if (rightToLeft) {
            xml.empty("w:rtl");
        }
        xml.close();
    }

    private String style() {
        if (numberOfCaption) {
            return "CaptionNumber";
        }
        if (link) {
            return "Hyperlink";
        }
        if (code) {
            return "HTMLCode";
        }
        return strong ? "Strong" : emphasised ? "Emphasis" : "";
    }
}
