package io.futureos.studio.render.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Keeps a report as long as a medium can bear. A page laid out costs time and memory that a screen does not need, so a report
 * of a hundred thousand rows ends, on paper, with a note that says where the rest is.
 */
public final class Length {

    /** What an element counts beside its text, in characters. */
    private static final int ELEMENT = 20;

    private final long most;
    private long length;

    private Length(long most) {
        this.most = most;
    }

    /** Cuts {@code document} after about {@code most} characters; its contents name only what is still there. */
    public static void limit(Document document, long most) {
        var limit = new Length(most);
        List<Node> rest = new ArrayList<>();
        limit.collectRest(document.expectFirst("header"), rest);
        limit.collectRest(document.expectFirst("main"), rest);
        if (rest.isEmpty()) {
            return;
        }
        for (int i = rest.size() - 1; i >= 0; i--) { // from the end, where it costs nothing
            rest.get(i).remove();
        }
        document.expectFirst("main")
                .appendElement("p")
                .addClass("note")
                .text("The report is longer than fits into this file and ends here; the HTML report has all of it.");
        dropLinksToNothing(document);
    }

    /** In the order of reading; what holds what is kept is kept itself. */
    private void collectRest(Node parent, List<Node> rest) {
        for (Node child : List.copyOf(parent.childNodes())) {
            long left = most - length;
            length += isWhole(child) ? sizeWithin(child) : size(child);
            if (length <= most) {
                if (!isWhole(child)) {
                    collectRest(child, rest);
                }
            } else if (child instanceof TextNode text && left > 0) {
                int end = (int) left;
                rest.add(text.splitText(
                        Character.isLowSurrogate(text.getWholeText().charAt(end)) ? end - 1 : end));
            } else {
                rest.add(child);
            }
        }
    }

    /** Half a row and half a drawing say nothing. */
    private static boolean isWhole(Node node) {
        return node.nameIs("tr") || node.nameIs("svg");
    }

    private static long sizeWithin(Node node) {
        return node.nodeStream().mapToLong(Length::size).sum();
    }

    private static int size(Node node) {
        return node instanceof TextNode text ? text.getWholeText().length() : ELEMENT;
    }

    private static void dropLinksToNothing(Document document) {
        Set<String> ids = new HashSet<>(document.select("[id]").eachAttr("id"));
        for (Element line : document.select("nav li")) {
            Element link = line.selectFirst("> a");
            if (link != null && !ids.contains(link.attr("href").substring(1))) {
                line.remove();
            }
        }
        document.select("nav ol:not(:has(li))").forEach(Node::remove);
    }
}
