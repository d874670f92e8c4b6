package io.futureos.studio.render.page;

import java.util.ArrayList;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/** Puts a drawing into a document; read as XML, so that names keep their case. */
public final class SvgElement {

    private SvgElement() {}

    public static Element append(Element parent, String svg) {
        Document drawing = org.jsoup.Jsoup.parse(svg, "", Parser.xmlParser());
        for (Node node : new ArrayList<>(drawing.childNodes())) {
            parent.appendChild(node);
        }
        return parent.expectFirst("svg");
    }
}
