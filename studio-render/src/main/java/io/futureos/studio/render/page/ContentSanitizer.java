package io.futureos.studio.render.page;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Takes everything out of a fragment of HTML but what {@link io.futureos.studio.report.ReportSection} promises. Nothing
 * that remains can run, load, style or overlay anything.
 */
final class ContentSanitizer {

    private static final int MAX_DEPTH = 24;
    private static final Pattern SMALL_SPAN = Pattern.compile("[1-9]|[1-4]\\d");

    private static final Safelist ALLOWED = new Safelist()
            .addTags("h3", "h4", "h5", "h6", "p", "br", "ul", "ol", "li", "blockquote")
            .addTags("strong", "em", "b", "i", "sup", "sub", "code")
            .addTags("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "a")
            .addAttributes("th", "scope", "colspan", "rowspan")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("a", "href")
            .addProtocols("a", "href", "https")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow");

    private ContentSanitizer() {}

    /** A {@code div} with what is clean of {@code fragment}; moved whole, as a million nodes one by one take minutes. */
    static Element clean(String fragment) {
        Document clean = new Cleaner(ALLOWED).clean(Jsoup.parseBodyFragment(fragment));
        Element body = clean.body();
        for (Element cell : body.select("[colspan],[rowspan]")) {
            dropUnlessSmall(cell, "colspan");
            dropUnlessSmall(cell, "rowspan");
        }
        flatten(body);
        body.remove();
        return body.tagName("div");
    }

    private static void dropUnlessSmall(Element cell, String attribute) {
        if (cell.hasAttr(attribute) && !SMALL_SPAN.matcher(cell.attr(attribute)).matches()) {
            cell.removeAttr(attribute);
        }
    }

    /** Layout recurses by depth, so what is nested absurdly deep is reduced to its text. */
    private static void flatten(Element body) {
        var tooDeep = new ArrayList<Element>();
        body.traverse((node, depth) -> {
            if (depth == MAX_DEPTH && node instanceof Element element) {
                tooDeep.add(element);
            }
        });
        for (Element element : tooDeep) {
            element.text(element.text());
        }
    }
}
