package io.futureos.studio.render.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

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
}
