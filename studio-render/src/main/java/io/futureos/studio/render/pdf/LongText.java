package io.futureos.studio.render.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Cuts very long texts into blocks. Breaking a text into lines takes time that grows with the square of its length; a
 * megabyte in one paragraph would take a minute.
 */
final class LongText {

    private static final int LONGEST = 4_000;
    private static final int MOST_PIECES = 400;

    private LongText() {}

    static void cut(Document document) {
        var tooLong = new ArrayList<TextNode>();
        document.body().traverse((node, depth) -> {
            if (node instanceof TextNode text && text.getWholeText().length() > LONGEST) {
                tooLong.add(text);
            }
        });
        tooLong.forEach(LongText::cut);
        document.select("p, li, div, blockquote, td, th, h1, h2, h3, h4, h5, h6")
                .forEach(LongText::cutPieces);
    }

    /** So many pieces in a row, bold and slanted by turns, are blocks of some. */
    private static void cutPieces(Element parent) {
        if (parent.childNodeSize() <= MOST_PIECES || parent.children().stream().anyMatch(Element::isBlock)) {
            return;
        }
        List<Node> pieces = List.copyOf(parent.childNodes());
        parent.empty();
        for (int from = 0; from < pieces.size(); from += MOST_PIECES) {
            Element block = parent.appendElement("div");
            pieces.subList(from, Math.min(pieces.size(), from + MOST_PIECES)).forEach(block::appendChild);
        }
    }

    private static void cut(TextNode node) {
        String text = node.getWholeText();
        var pieces = new Element("div");
        int from = 0;
        while (from < text.length()) {
            int to = end(text, from);
            pieces.appendElement("div").text(text.substring(from, to));
            from = to;
        }
        node.replaceWith(pieces);
    }

    /** After the last space that leaves a piece short enough, or between two characters if there is none. */
    private static int end(String text, int from) {
        int limit = from + LONGEST;
        if (limit >= text.length()) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', limit);
        if (space > from) {
            return space + 1;
        }
        return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }
}
