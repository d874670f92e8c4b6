package io.futureos.studio.render.word;

import io.futureos.studio.render.office.Xml;
import io.futureos.studio.render.page.Children;
import io.futureos.studio.render.wording.PageTerm;
import io.futureos.studio.render.wording.Wording;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Writes the report's document block by block, in its order. */
final class Blocks {

    private static final Set<String> BLOCKS = Set.of(
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "p",
            "ul",
            "ol",
            "li",
            "blockquote",
            "table",
            "div",
            "section",
            "figure",
            "figcaption",
            "aside",
            "header",
            "nav",
            "main",
            "footer",
            "img");

    /** On what begins a page. */
    static final String NEW_PAGE = "new-page";

    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d+)(\\D*)", Pattern.DOTALL);
    private static final int LONGEST_NAME = 250;
    private static final int SHORT_INTRODUCTION = 400;

    private final Paragraphs paragraphs;
    private final Xml xml;
    private final @Nullable Pages pages;
    private final Parts parts;
    private final Pictures pictures;
    private final Bookmarks bookmarks = new Bookmarks();
    private final Contents contents;
    private final Wording wording;
    private int tables;
    private boolean loose;

    Blocks(Xml xml, @Nullable Pages pages, Parts parts, Contents contents, Wording wording) {
        this.xml = xml;
        this.pages = pages;
        this.parts = parts;
        this.pictures = new Pictures(parts);
        this.contents = contents;
        this.wording = wording;
        this.paragraphs = new Paragraphs(xml, pages);
    }

    Paragraphs paragraphs() {
        return paragraphs;
    }

    /** Writes what is inside of {@code parent}; text on its own becomes paragraphs. */
    void children(Element parent, Place place, Format format) {
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                if (!text.isBlank() || paragraphs.isOpen()) {
                    loose(place);
                    paragraphs.text(text.getWholeText(), format);
                }
            } else if (node instanceof Element element) {
                if (isBlock(element)) {
                    block(element, place, format);
                    endLoose();
                } else {
                    loose(place);
                    inline(element, format);
                }
            }
        }
        endLoose();
    }

    private void loose(Place place) {
        if (!loose) {
            loose = true;
            paragraphs.begin(place, place.style(), Optional.empty());
        }
    }

    private void endLoose() {
        loose = false;
        paragraphs.end();
    }

    private static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName())
                || Children.elements(element).stream().anyMatch(Blocks::isBlock);
    }

    private void block(Element element, Place place, Format format) {
        endLoose();
        switch (element.normalName()) {
            case "h1" -> paragraph(element, place.with(Style.TITLE), format);
            case "h2", "h3", "h4", "h5", "h6" -> heading(element, place, format);
            case "p" -> {
                Place styled = place.with(style(element, place));
                paragraph(element, introduces(element) ? styled.kept() : styled, format);
            }
            case "ul", "ol" -> list(element, place, format);
            case "blockquote" -> children(element, place.inQuote(), format);
            case "table" -> table(element, place);
            case "figure" -> figure(element, place);
            case "aside" -> children(element, place.with(Style.REMARK), format);
            case "img" -> pictures.logo(element, paragraphs);
            case "nav" -> contents.write(element, paragraphs, this);
            case "header" -> children(element, place, format);
            case "footer" -> children(element, place.with(Style.COLOPHON), format);
            default -> container(element, place, format);
        }
    }

    private void container(Element element, Place place, Format format) {
        if (element.hasClass(NEW_PAGE)) {
            paragraphs.onNewPage();
        }
        if (element.hasClass("stale")) {
            children(element, place.with(Style.CAVEAT), format);
        } else if (isIntroduction(element)) {
            children(element, place.kept(), format);
        } else {
            children(element, place, element.nameIs("div") ? format : format.within(element));
        }
    }

    /** A heading with a line or two must not stay behind when the figure that they introduce moves to the next page. */
    private static boolean isIntroduction(Element element) {
        Element next = element.nextElementSibling();
        return element.hasClass("text")
                && next != null
                && next.nameIs("figure")
                && element.selectFirst("table") == null
                && element.text().length() <= SHORT_INTRODUCTION;
    }

    /** Whether it says what the table or the list after it is. */
    private static boolean introduces(Element paragraph) {
        Element next = paragraph.nextElementSibling();
        return next != null
                && (next.nameIs("table") || next.nameIs("ul") || next.nameIs("ol"))
                && paragraph.text().length() <= SHORT_INTRODUCTION;
    }

    private static Style style(Element paragraph, Place place) {
        if (paragraph.hasClass("meta")) {
            return Style.SUBTITLE;
        }
        if (paragraph.hasClass("note")) {
            return Style.NOTE;
        }
        if (paragraph.hasClass("by")) {
            return Style.REMARK_AUTHOR;
        }
        if (place.style() == Style.CAVEAT) {
            return Style.CAVEAT_HEADING;
        }
        boolean leads = paragraph.parent() != null
                && paragraph.parent().hasClass("text")
                && paragraph.previousElementSibling() == null
                && paragraph.closest("section.lead") != null;
        return leads ? Style.LEAD : place.list() > 0 ? Style.continued(place.list()) : place.style();
    }

    private void paragraph(Element element, Place place, Format format) {
        paragraphs.begin(place, place.style(), Optional.empty());
        inlineChildren(element, format);
        paragraphs.end();
    }

    private void heading(Element element, Place place, Format format) {
        if (place.inCell() || !element.hasText()) {
            paragraph(element, place, format);
            return;
        }
        int level = element.normalName().charAt(1) - '1';
        String bookmark = bookmarks.heading(element.id());
        mark(bookmark);
        contents.add(level, element.text(), bookmark);
        paragraphs.begin(place, Style.heading(level), Optional.empty());
        paragraphs.ensureOpen(element.text());
        bookmarks.start(xml, bookmark);
        inlineChildren(element, format);
        bookmarks.end(xml);
        paragraphs.end();
    }

    private void mark(String bookmark) {
        if (pages != null) {
            pages.mark(bookmark);
        }
    }

    private void list(Element list, Place place, Format format) {
        if (place.style() == Style.CAVEAT) {
            for (Element item : list.children()) {
                paragraph(item, place, format);
            }
            return;
        }
        Place inside = place.inList();
        boolean ordered = list.nameIs("ol");
        int level = Math.min(inside.list(), Numbering.LEVELS) - 1;
        var item = new Paragraphs.Item(ordered ? parts.numbering().begin() : Numbering.bullets(), level);
        for (Node node : list.childNodes()) {
            if (node instanceof Element element && element.nameIs("li")) {
                item(element, inside, ordered, item, format);
            } else if (node instanceof Element element) {
                block(element, inside, format);
            } else if (node instanceof TextNode text && !text.isBlank()) {
                loose(inside.with(Style.continued(inside.list())));
                paragraphs.text(text.getWholeText(), format);
                endLoose();
            }
        }
    }

    /** The first text of an item gets the bullet or number, whatever follows is indented as it is. */
    private void item(Element element, Place place, boolean ordered, Paragraphs.Item number, Format format) {
        Style style = ordered ? Style.number(place.list()) : Style.bullet(place.list());
        boolean begun = false;
        for (Node node : element.childNodes()) {
            boolean isBlock = node instanceof Element child && isBlock(child);
            if (!begun && (!isBlock || ((Element) node).nameIs("p"))) {
                begun = isBlock || !(node instanceof TextNode text && text.isBlank());
                if (begun) {
                    paragraphs.begin(place, style, Optional.of(number));
                    loose = true;
                }
            }
            if (node instanceof TextNode text) {
                if (!text.isBlank() || paragraphs.isOpen()) {
                    loose(place.with(Style.continued(place.list())));
                    paragraphs.text(text.getWholeText(), format);
                }
            } else if (isBlock && loose && ((Element) node).nameIs("p") && !paragraphs.isOpen()) {
                inlineChildren((Element) node, format);
                endLoose();
            } else if (isBlock) {
                block((Element) node, place, format);
            } else if (node instanceof Element inline) {
                loose(place.with(Style.continued(place.list())));
                inline(inline, format);
            }
        }
        endLoose();
    }

    private void table(Element table, Place place) {
        Optional<Element> caption = WordTable.caption(table);
        if (caption.isPresent()) {
            tables++;
            paragraphs.begin(place, Style.CAPTION, Optional.empty());
            number(wording.say(PageTerm.TABLE, tables));
            paragraphs.text(" ", Format.PLAIN);
            inlineChildren(caption.get(), Format.PLAIN);
            paragraphs.end();
        }
        Grid grid = parts.grid(table);
        if (grid.columns() == 0) {
            return;
        }
        for (Grid part : grid.fitting(place.width())) {
            new WordTable(table, part, this, place).write();
            if (!place.inCell()) {
                paragraphs.begin(place, Style.AFTER_TABLE, Optional.empty());
                paragraphs.ensureOpen("");
                paragraphs.end();
            }
        }
    }

    /** What stands in a cell; one without text has an empty paragraph, as Word wants it. */
    void cell(Optional<Element> element, Place place) {
        boolean endsInParagraph = false;
        if (element.isPresent()) {
            children(element.get(), place, Format.PLAIN);
            Element last = element.get().lastElementChild();
            endsInParagraph = element.get().hasText()
                    && (last == null || last.select("table").isEmpty());
        }
        if (!endsInParagraph) {
            paragraphs.begin(place, place.style(), Optional.empty());
            paragraphs.ensureOpen("");
            paragraphs.end();
        }
    }

    private void figure(Element figure, Place place) {
        for (Element child : figure.children()) {
            if (child.nameIs("figcaption")) {
                caption(child, figure.id(), place);
                pictures.chart(figure, paragraphs);
            } else {
                block(child, place, Format.PLAIN);
            }
        }
    }

    private void caption(Element caption, String id, Place place) {
        paragraphs.begin(place, Style.CAPTION, Optional.empty());
        paragraphs.ensureOpen(caption.text());
        for (Node node : caption.childNodes()) {
            if (node instanceof Element element && element.hasClass("number")) {
                bookmarks.start(xml, Bookmarks.reference(id));
                number(element.text());
                bookmarks.end(xml);
            } else if (node instanceof Element element) {
                inline(element, Format.PLAIN);
            } else if (node instanceof TextNode text) {
                paragraphs.text(text.getWholeText(), Format.PLAIN);
            }
        }
        paragraphs.end();
    }

    /** Counted by Word under the word before the number, as its lists of figures and tables look for it in that language. */
    private void number(String label) {
        Format format = new Format(false, false, false, false, "", true);
        Matcher numbered = NUMBERED.matcher(label);
        if (numbered.matches()) {
            paragraphs.text(numbered.group(1), format);
            paragraphs.field("SEQ " + numbered.group(1).strip() + " \\* ARABIC", numbered.group(2), format);
            paragraphs.text(numbered.group(3), format);
        } else {
            paragraphs.text(label, format);
        }
    }

    private void inlineChildren(Element parent, Format format) {
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                paragraphs.text(text.getWholeText(), format);
            } else if (node instanceof Element element) {
                inline(element, format);
            }
        }
    }

    private void inline(Element element, Format format) {
        if (element.nameIs("br")) {
            paragraphs.lineBreak();
        } else if (element.nameIs("a") && element.hasText() && !format.link()) {
            link(element, format);
        } else {
            inlineChildren(element, format.within(element));
        }
    }

    private void link(Element element, Format format) {
        String address = element.attr("href");
        if (address.startsWith("#")) {
            paragraphs.startLink("w:anchor", Bookmarks.reference(address.substring(1)));
            inlineChildren(element, format.linked());
            paragraphs.endLink();
            return;
        }
        Optional<String> target = parts.page(address);
        if (target.isPresent()) {
            paragraphs.startLink("r:id", target.get());
            inlineChildren(element, format.linked());
            paragraphs.endLink();
        } else {
            inlineChildren(element, format);
        }
    }

    /** Tells how much room a block took that is no paragraph. */
    void measured(double height, boolean keptWithNext) {
        if (pages != null) {
            pages.block(height, keptWithNext);
        }
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME - 1) + "…";
    }
}
