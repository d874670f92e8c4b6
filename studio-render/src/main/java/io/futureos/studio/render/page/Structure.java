package io.futureos.studio.render.page;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Mends the structure of a sanitised fragment, on which readers depend who cannot see the page: headings go down one level at
 * a time, items stand in lists, tables have a head and a body, and nothing is announced that is empty.
 */
final class Structure {

    private static final int LOWEST = 6;

    private Structure() {}

    /**
     * @param content holds the fragment, whose highest heading is an h3
     * @param above the level of the heading that the fragment stands under
     */
    static void mend(Element content, int above) {
        dropEmpty(content);
        content.select("ul, ol").forEach(Structure::keepOnlyItems);
        content.select("li").forEach(Structure::putIntoList);
        content.select("table").forEach(Structure::mendTable);
        orderHeadings(content, above);
    }

    /** From the inside out, since what holds nothing but empty elements is empty too. */
    private static void dropEmpty(Element parent) {
        Children.elements(parent).forEach(Structure::dropEmpty);
        Children.keep(parent, child -> !(child instanceof Element element) || isCarrier(element));
    }

    private static boolean isCarrier(Element element) {
        return element.nameIs("br")
                || element.nameIs("td")
                || element.nameIs("th")
                || element.hasText()
                || element.selectFirst("td, th") != null;
    }

    private static void keepOnlyItems(Element list) {
        for (Node child : List.copyOf(list.childNodes())) {
            if (child instanceof TextNode text && text.isBlank()) {
                child.remove();
            } else if (!child.nameIs("li")) {
                child.wrap("<li></li>");
            }
        }
    }

    private static void putIntoList(Element item) {
        Element parent = item.parent();
        if (parent == null || parent.nameIs("ul") || parent.nameIs("ol")) {
            return;
        }
        if (item.previousSibling() instanceof Element before && before.nameIs("ul")) {
            before.appendChild(item);
        } else {
            item.wrap("<ul></ul>");
        }
    }

    private static void mendTable(Element table) {
        Element head = table.selectFirst("> thead");
        Element first = table.selectFirst("> tbody > tr");
        if (head == null && first != null && first.children().stream().allMatch(cell -> cell.nameIs("th"))) {
            head = new Element("thead").appendChild(first);
            Element caption = table.selectFirst("> caption");
            if (caption == null) {
                table.prependChild(head);
            } else {
                caption.after(head);
            }
        }
        table.select("> tbody").forEach(body -> {
            if (body.childrenSize() == 0) {
                body.remove();
            }
        });
        if (table.select("> tbody").isEmpty()) {
            table.select("> thead, > tfoot").forEach(part -> part.tagName("tbody"));
        }
        table.select("> * > tr > th").forEach(cell -> {
            if (!cell.hasText()) {
                cell.tagName("td").removeAttr("scope");
            }
        });
        table.select("> thead > tr > th:not([scope])").attr("scope", "col");
        table.select("> tbody > tr > th:not([scope])").attr("scope", "row");
    }

    private static void orderHeadings(Element content, int above) {
        int last = above;
        for (Element heading : content.select("h3, h4, h5, h6")) {
            int wanted = heading.tagName().charAt(1) - '0' + above - 2;
            last = Math.min(Math.min(wanted, last + 1), LOWEST);
            heading.tagName("h" + last);
        }
    }
}
