package io.futureos.studio.render.word;

import io.futureos.studio.render.office.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** The table of contents: a field of Word's, filled with the headings and pages found by an earlier pass. */
final class Contents {

    private static final int DEEPEST = 2;

    /** What stands on the first page below the answer; more would leave a page of a few lines. */
    private static final int MOST_LINES = 18;

    private final List<Entry> known;
    private final Pages pages;
    private final List<Entry> found = new ArrayList<>();

    private record Entry(int level, String text, String bookmark) {}

    private Contents(List<Entry> known, Pages pages) {
        this.known = known;
        this.pages = pages;
    }

    /** For the first pass, which finds them. */
    static Contents unknown() {
        return new Contents(List.of(), new Pages());
    }

    /** For the pass after this one. */
    Contents found(Pages foreseen) {
        return new Contents(List.copyOf(found.size() > MOST_LINES ? chapters() : found), foreseen);
    }

    private List<Entry> chapters() {
        return found.stream().filter(entry -> entry.level() == 1).toList();
    }

    void add(int level, String text, String bookmark) {
        if (level <= DEEPEST) {
            found.add(new Entry(level, Blocks.shortened(text), bookmark));
        }
    }

    void write(Element navigation, Paragraphs paragraphs, Blocks blocks) {
        Xml xml = paragraphs.xml();
        if (known.isEmpty()) {
            double height = Style.CONTENTS_1.lineHeight() + Style.CONTENTS_1.before() / 20.0;
            blocks.measured((navigation.select("li").size() + 4) * height, false);
            return;
        }
        xml.open("w:sdt").open("w:sdtPr").open("w:docPartObj");
        xml.empty("w:docPartGallery", "w:val", "Table of Contents")
                .empty("w:docPartUnique")
                .close()
                .close();
        xml.open("w:sdtContent");
        paragraphs.begin(Place.PAGE, Style.CONTENTS_HEADING, Optional.empty());
        paragraphs.text(navigation.expectFirst("h2").text(), Format.PLAIN);
        for (int i = 0; i < known.size(); i++) {
            write(known.get(i), i == 0, i == known.size() - 1, paragraphs);
        }
        xml.close().close();
    }

    private void write(Entry entry, boolean first, boolean last, Paragraphs paragraphs) {
        Xml xml = paragraphs.xml();
        paragraphs.begin(Place.PAGE, entry.level() == 1 ? Style.CONTENTS_1 : Style.CONTENTS_2, Optional.empty());
        paragraphs.ensureOpen(entry.text());
        if (first) {
            beginField(xml, "TOC \\o \"1-" + deepest() + "\" \\h \\z \\u");
        }
        paragraphs.startLink("w:anchor", entry.bookmark());
        paragraphs.text(entry.text(), Format.PLAIN);
        paragraphs.tab();
        beginField(xml, "PAGEREF " + entry.bookmark() + " \\h");
        paragraphs.text(String.valueOf(pages.of(entry.bookmark())), Format.PLAIN);
        mark(xml, "end");
        paragraphs.endLink();
        if (last) {
            mark(xml, "end");
        }
        paragraphs.end();
    }

    private int deepest() {
        return known.stream().mapToInt(Entry::level).max().orElse(DEEPEST);
    }

    private static void beginField(Xml xml, String instruction) {
        mark(xml, "begin");
        xml.open("w:r")
                .text("w:instrText", " " + instruction + " ", "xml:space", "preserve")
                .close();
        mark(xml, "separate");
    }

    private static void mark(Xml xml, String type) {
        xml.open("w:r").empty("w:fldChar", "w:fldCharType", type).close();
    }
}
