package io.futureos.studio.render.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The children of elements that may have very many of them, or of very many elements. */
public final class Children {

    private Children() {}

    /** Those that are elements. Jsoup's own list of them stays with the parent, and is larger than the parent itself. */
    public static List<Element> elements(Element parent) {
        var elements = new ArrayList<Element>();
        for (Node child : parent.childNodes()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** Takes the others out, in time that grows with their number; one by one it grows with its square. Asks once, in order. */
    static void keep(Element parent, Predicate<Node> isWanted) {
        List<Node> kept = new ArrayList<>();
        for (Node child : List.copyOf(parent.childNodes())) {
            if (isWanted.test(child)) {
                kept.add(child);
            }
        }
        if (kept.size() < parent.childNodeSize()) {
            parent.empty();
            kept.forEach(parent::appendChild);
        }
    }

    /** Makes one of texts that were left beside each other, in all of an element; each alone would be laid out by itself. */
    static void joinTexts(Element whole) {
        var parents = new LinkedHashSet<Element>();
        whole.traverse((node, depth) -> {
            if (node instanceof TextNode
                    && node.nextSibling() instanceof TextNode
                    && node.parent() instanceof Element parent) {
                parents.add(parent);
            }
        });
        for (Element parent : parents) {
            List<Node> children = joined(parent.childNodes());
            parent.empty();
            parent.appendChildren(children);
        }
    }

    private static List<Node> joined(List<Node> nodes) {
        var joined = new ArrayList<Node>();
        var text = new StringBuilder();
        for (Node node : nodes) {
            if (node instanceof TextNode piece) {
                text.append(piece.getWholeText());
                if (!(node.nextSibling() instanceof TextNode)) {
                    joined.add(new TextNode(text.toString()));
                    text.setLength(0);
                }
            } else {
                joined.add(node);
            }
        }
        return joined;
    }
}
