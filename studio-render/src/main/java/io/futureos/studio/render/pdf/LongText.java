package io.futureos.studio.render.pdf;

import java.util.ArrayList;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Cuts very long texts into blocks. Breaking a text into lines takes time that grows with the square of its length; a
 * megabyte in one paragraph would take a minute.
 */
final class LongText {

    private static final int LONGEST = 4_000;

    private LongText() {}

    static void cut(Document document) {
        var tooLong = new ArrayList<TextNode>();
        document.body().traverse((node, depth) -> {
            if (node instanceof TextNode text && text.getWholeText().length() > LONGEST) {
                tooLong.add(text);
            }
        });
        tooLong.forEach(LongText::cut);
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
