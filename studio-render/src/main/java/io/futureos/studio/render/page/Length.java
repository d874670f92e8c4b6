package io.futureos.studio.render.page;

import io.futureos.studio.render.wording.PageTerm;
import io.futureos.studio.render.wording.Wording;
import java.util.HashSet;
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

    /** What an element counts beside its text, in characters: one that begins a line takes the line. */
    private static final int LINE = 90;

    private static final int INSIDE_A_LINE = 20;

    private final long most;
    private long length;

    private Length(long most) {
        this.most = most;
    }

    /** Cuts {@code document} after about {@code most} characters; its contents name only what is still there. */
    public static void limit(Document document, long most, Wording wording) {
        var limit = new Length(most);
        limit.cut(document.expectFirst("header"));
        limit.cut(document.expectFirst("main"));
        if (limit.length <= most) {
            return;
        }
        document.expectFirst("main").appendElement("p").addClass("note").text(wording.say(PageTerm.REPORT_CUT));
        dropLinksToNothing(document);
    }

    /** In the order of reading; what holds what is kept is kept itself. */
    private void cut(Element parent) {
        Children.keep(parent, this::isKept);
    }

    private boolean isKept(Node node) {
        long left = most - length;
        length += isWhole(node) ? sizeWithin(node) : size(node);
        boolean fits = length <= most;
        if (!fits && left > 0 && node instanceof TextNode text) {
            int end = (int) left;
            String whole = text.getWholeText();
            text.text(whole.substring(0, Character.isLowSurrogate(whole.charAt(end)) ? end - 1 : end));
            return true;
        }
        if (fits && node instanceof Element element && !isWhole(node)) {
            cut(element);
        }
        return fits;
    }

    /** Half a row and half a drawing say nothing. */
    private static boolean isWhole(Node node) {
        return node.nameIs("tr") || node.nameIs("svg");
    }

    private static long sizeWithin(Node node) {
        return node.nodeStream().mapToLong(Length::size).sum();
    }

    private static int size(Node node) {
        if (node instanceof TextNode text) {
            return text.getWholeText().length();
        }
        boolean isCell = node.nameIs("td") || node.nameIs("th");
        return node instanceof Element element && element.isBlock() && !isCell ? LINE : INSIDE_A_LINE;
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
