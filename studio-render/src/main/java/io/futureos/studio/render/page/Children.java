package io.futureos.studio.render.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Takes children out in time that grows with their number; one by one it grows with its square. */
final class Children {

    private Children() {}

    /** Asks once for each child, in order. */
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
