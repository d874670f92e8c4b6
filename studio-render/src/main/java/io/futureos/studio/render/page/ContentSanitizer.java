package io.futureos.studio.render.page;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Takes everything out of a fragment of HTML but what {@link io.futureos.studio.report.ReportSection} promises. Nothing
 * that remains can run, load, style or overlay anything.
 */
final class ContentSanitizer {

    private static final int MAX_DEPTH = 24;

    /** What a fragment stands in. */
    private static final Set<String> PAGE = Set.of("#root", "html", "head", "body");

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

    /**
     * A {@code div} with what is clean of {@code fragment}; moved whole, as a million nodes one by one take minutes.
     *
     * @param where the fragment is from, for the message of a refusal
     * @throws io.futureos.studio.engine.EngineException if there is more of it than {@code extent} allows
     */
    static Element clean(String fragment, Extent extent, String where) {
        Document clean = new Cleaner(ALLOWED).clean(read(fragment, extent, where));
        Element body = clean.body();
        for (Element cell : body.select("[colspan],[rowspan]")) {
            dropUnlessSmall(cell, "colspan");
            dropUnlessSmall(cell, "rowspan");
        }
        flatten(body);
        Children.joinTexts(body);
        body.remove();
        return body.tagName("div");
    }

    /** Counts while reading: a few characters can make a dozen elements, and millions of those would take all memory. */
    private static Document read(String fragment, Extent extent, String where) {
        extent.addElements(comments(fragment), where);
        try (var parser = new StreamParser(Parser.htmlParser())) {
            Document document = parser.parse(new StringReader("<!doctype html><body>" + fragment), "")
                    .document();
            for (Iterator<Element> elements = parser.iterator(); elements.hasNext(); ) {
                extent.addElements(PAGE.contains(elements.next().normalName()) ? 0 : 1, where);
            }
            return document;
        }
    }

    /** Whatever begins as a comment does, in all the ways that browsers take for one; it takes memory until it is dropped. */
    private static int comments(String fragment) {
        int count = 0;
        for (int at = fragment.indexOf('<'); at >= 0; at = fragment.indexOf('<', at + 1)) {
            count += isComment(fragment, at + 1) ? 1 : 0;
        }
        return count;
    }

    private static boolean isComment(String fragment, int next) {
        if (next + 1 >= fragment.length()) {
            return false;
        }
        return switch (fragment.charAt(next)) {
            case '!', '?' -> true;
            case '/' -> !Character.isLetter(fragment.charAt(next + 1));
            default -> false;
        };
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
