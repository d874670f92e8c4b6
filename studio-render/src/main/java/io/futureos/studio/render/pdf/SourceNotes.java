package io.futureos.studio.render.pdf;

import io.futureos.studio.render.page.Sources;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Says below each chapter where its numbers came from, since paper has no number to point at. */
final class SourceNotes {

    private SourceNotes() {}

    static void append(Document document, Sources sources) {
        for (Element chapter : document.select("main > section:has(> h2)")) {
            String words = sources.of(chapter.expectFirst("> h2").text());
            if (!words.isEmpty()) {
                chapter.appendElement("p").addClass("sources").text(words);
            }
        }
    }
}
