package io.futureos.studio.render.page;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** What those need to know who lay a report's document out block by block. */
public final class Blocks {

    private Blocks() {}

    /** Whether nodes within a paragraph are more than the space between blocks. */
    public static boolean haveText(List<Node> inline) {
        return inline.stream()
                .anyMatch(node -> node instanceof Element || (node instanceof TextNode text && !text.isBlank()));
    }

    /** The rows of a table, without those of tables inside it. */
    public static List<Element> rows(Element table) {
        return table.select("tr").stream()
                .filter(row -> table.equals(row.closest("table")))
                .toList();
    }
}
