package io.futureos.studio.render.word;

import io.futureos.studio.render.office.Xml;
import io.futureos.studio.render.svg.TextWidth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes one paragraph after the other. One begins with its first visible character, so that none is empty by accident;
 * white space is folded as HTML does it.
 */
final class Paragraphs {

    /** Word breaks a paragraph into lines as a whole; a megabyte in one keeps it from answering. */
    private static final int LONGEST = 20_000;

    private final Xml xml;
    private final @Nullable Pages pages;

    private Place place = Place.PAGE;
    private Style style = Style.NORMAL;
    private Optional<Item> item = Optional.empty();
    private boolean open;
    private boolean inLink;
    private boolean spaceDue;
    private boolean atStart = true;
    private int length;
    private double lineWidth;
    private double grown;
    private boolean onNewPage;
    private int lines;
    private double cellHeight;

    /** @param pages is told how much room everything takes; null if nobody asks */
    Paragraphs(Xml xml, @Nullable Pages pages) {
        this.xml = xml;
        this.pages = pages;
    }

    /** The place of a paragraph in a list. */
    record Item(int numbering, int level) {}

    void begin(Place where, Style as, Optional<Item> listItem) {
        end();
        place = where;
        style = as;
        item = listItem;
        length = 0;
        lineWidth = 0;
        lines = 0;
        grown = 0;
    }

    /** The next paragraph begins a page. */
    void onNewPage() {
        end();
        onNewPage = true;
        if (pages != null) {
            pages.next();
        }
    }

    /** The paragraph's one line has something in it that is so high, in points. */
    void grow(double height) {
        grown = height;
    }

    boolean isOpen() {
        return open;
    }

    Xml xml() {
        return xml;
    }

    /** Text with its white space folded. */
    void text(String text, Format format) {
        var folded = new StringBuilder();
        boolean cuts = !inLink;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                spaceDue = !atStart;
                if (cuts && length + folded.length() > LONGEST) {
                    run(folded, format);
                    cut();
                }
            } else {
                if (spaceDue) {
                    folded.append(' ');
                    spaceDue = false;
                }
                atStart = false;
                folded.append(c);
                if (cuts && length + folded.length() > 2 * LONGEST && !Character.isHighSurrogate(c)) {
                    run(folded, format);
                    cut();
                }
            }
        }
        run(folded, format);
    }

    private void cut() {
        Style same = style;
        begin(place, same, Optional.empty());
    }

    private void run(StringBuilder folded, Format format) {
        if (folded.isEmpty()) {
            return;
        }
        String text = folded.toString();
        folded.setLength(0);
        ensureOpen(text);
        length += text.length();
        if (pages != null) {
            lineWidth += TextWidth.of(text, style.size());
        }
        Direction.split(text, (piece, rightToLeft) -> {
            xml.open("w:r");
            format.write(xml, rightToLeft);
            xml.open("w:t", "xml:space", "preserve").content(piece).close().close();
        });
    }

    void lineBreak() {
        if (atStart) {
            return;
        }
        xml.open("w:r").empty("w:br").close();
        breakLine();
        spaceDue = false;
    }

    private void breakLine() {
        lines += Math.max(1, (int) Math.ceil(lineWidth / place.width()));
        lineWidth = 0;
    }

    /** A field with the result that is shown until Word works it out anew. */
    void field(String instruction, String result, Format format) {
        settleSpace(format);
        ensureOpen(result);
        xml.open("w:fldSimple", "w:instr", " " + instruction + " ").open("w:r");
        format.write(xml, false);
        xml.text("w:t", result).close().close();
        atStart = false;
    }

    void tab() {
        xml.open("w:r").empty("w:tab").close();
        atStart = true;
        spaceDue = false;
    }

    private void settleSpace(Format format) {
        if (spaceDue) {
            spaceDue = false;
            run(new StringBuilder(" "), format);
        }
    }

    void startLink(String attribute, String target) {
        settleSpace(Format.PLAIN);
        ensureOpen("");
        xml.open("w:hyperlink", attribute, target, "w:history", "1");
        inLink = true;
    }

    void endLink() {
        xml.close();
        inLink = false;
    }

    /** Opens the paragraph even if it will have no text. */
    void ensureOpen(String firstText) {
        if (open) {
            return;
        }
        open = true;
        xml.open("w:p");
        boolean rightToLeft = Direction.isRightToLeft(firstText);
        boolean keeps = place.together() && !style.keptWithNext();
        if (style != Style.NORMAL || item.isPresent() || rightToLeft || keeps || onNewPage) {
            xml.open("w:pPr");
            if (style != Style.NORMAL) {
                xml.empty("w:pStyle", "w:val", style.id());
            }
            if (keeps) {
                xml.empty("w:keepNext");
            }
            if (onNewPage) {
                xml.empty("w:pageBreakBefore");
                onNewPage = false;
            }
            if (item.isPresent()) {
                xml.open("w:numPr");
                xml.empty("w:ilvl", "w:val", String.valueOf(item.get().level()));
                xml.empty("w:numId", "w:val", String.valueOf(item.get().numbering()))
                        .close();
            }
            if (rightToLeft) {
                xml.empty("w:bidi");
            }
            xml.close();
        }
    }

    void end() {
        spaceDue = false;
        atStart = true;
        if (!open) {
            return;
        }
        open = false;
        xml.close();
        if (pages != null) {
            breakLine();
            measure(pages);
        }
    }

    private void measure(Pages told) {
        double height = lines * style.lineHeight();
        double before = style.before() / 20.0;
        double after = style.after() / 20.0;
        if (grown > 0) {
            told.block(before + grown + after, false);
        } else if (place.inCell()) {
            cellHeight += before + height + after;
        } else if (style.keptWithNext() || place.together()) {
            told.block(before + height + after, true);
        } else {
            told.lines(before, lines, style.lineHeight(), after);
        }
    }

    /** The height of the cells' text since it was asked for last. */
    double takeCellHeight() {
        double height = cellHeight;
        cellHeight = 0;
        return height;
    }
}
