package io.futureos.studio.render.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.wording.PageTerm;
import io.futureos.studio.render.wording.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Adds to the document what paper needs: style, running header, bookmarks. The answer goes to the first page,
 * and so does what a screen shows at the very end, lest it fill the last page alone.
 */
final class PaperLayout {

    private static final int SHORT_INTRODUCTION = 400;

    private PaperLayout() {}

    static void apply(Document document, Palette palette, Wording wording) {
        Element head = document.head();
        head.appendElement("meta").attr("name", "description").attr("content", document.title());
        head.appendElement("style").appendChild(new DataNode(style(palette, wording)));
        document.select("img.logo").attr("alt", "Logo");
        document.body().prependElement("div").addClass("running").text(document.title());
        addBookmarks(document);
        document.select("section").forEach(PaperLayout::keepIntroductionWithFigure);
        document.select("p + ul, p + ol").forEach(PaperLayout::keepIntroductionWithList);
        answerFirst(document);
        document.select("footer").forEach(footer -> document.select("nav").forEach(nav -> nav.appendChild(footer)));
    }

    /** A heading with a line or two must not stay behind when the figure that they introduce moves to the next page. */
    private static void keepIntroductionWithFigure(Element section) {
        boolean isIntroduction = section.childrenSize() >= 3
                && section.child(1).hasClass("text")
                && section.child(1).text().length() <= SHORT_INTRODUCTION
                && section.child(2).nameIs("figure")
                && !section.child(2).hasClass("tabular");
        if (isIntroduction) {
            Element whole = section.prependElement("div").addClass("whole");
            for (int i = 0; i < 3; i++) {
                whole.appendChild(section.child(1));
            }
        }
    }

    private static void keepIntroductionWithList(Element list) {
        Element introduction = list.previousElementSibling();
        if (introduction != null && introduction.text().length() <= SHORT_INTRODUCTION) {
            introduction.addClass("introduction");
        }
    }

    /** Whoever reads one page only has the question and the answer. */
    private static void answerFirst(Document document) {
        Element navigation = document.expectFirst("nav");
        document.select("section.lead").forEach(navigation::before);
    }

    private static void addBookmarks(Document document) {
        Element bookmarks = document.head().appendElement("bookmarks");
        bookmarks
                .appendElement("bookmark")
                .attr("name", document.expectFirst("#contents").text())
                .attr("href", "#contents");
        for (Element line : document.select("nav > ol > li")) {
            Element chapter = bookmark(bookmarks, line);
            line.select("> ol > li").forEach(part -> bookmark(chapter, part));
        }
    }

    private static Element bookmark(Element parent, Element line) {
        Element link = line.expectFirst("a");
        return parent.appendElement("bookmark").attr("name", link.text()).attr("href", link.attr("href"));
    }

    private static String style(Palette palette, Wording wording) {
        List<String> around = wording.around(PageTerm.PAGE_OF);
        return rules().replace("var(--ink)", palette.ink().toString())
                .replace("var(--muted)", palette.muted().toString())
                .replace("var(--rule)", palette.rule().toString())
                .replace("var(--surface)", palette.surface().toString())
                .replace("var(--primary)", palette.primary().toString())
                .replace("var(--accent)", palette.accent().toString())
                .replace("{page}", around.get(0))
                .replace("{of}", around.get(1));
    }

    private static String rules() {
        try (InputStream in = PaperLayout.class.getResourceAsStream("paper.css")) {
            if (in == null) {
                throw new IllegalStateException("paper.css is missing from the jar of studio-render");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("paper.css cannot be read from the jar of studio-render", e);
        }
    }
}
