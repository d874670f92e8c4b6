package io.futureos.studio.render.slides;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** What the speaker finds below a slide: the text that it stands for, cut where nobody would read on, and its sources. */
final class Notes {

    private static final int LONGEST_PARAGRAPH = 4_000;
    private static final int LONGEST = 40_000;
    private static final int MOST_ROWS = 400;

    private final String cut;
    private final List<String> paragraphs = new ArrayList<>();
    private int length;
    private boolean isWhole = true;

    /** @param cut says that the text ends here */
    Notes(String cut) {
        this.cut = cut;
    }

    void add(String words) {
        if (length > LONGEST) {
            isWhole = false;
            return;
        }
        boolean isLong = words.length() > LONGEST_PARAGRAPH;
        paragraphs.add(isLong ? words.substring(0, LONGEST_PARAGRAPH) + "…" : words);
        length += Math.min(words.length(), LONGEST_PARAGRAPH) + 1;
        if (isLong || length > LONGEST) {
            paragraphs.add(cut);
            isWhole = false;
        }
    }

    /** Adds the rows that a table does not show, if there are not too many; answers whether it did. */
    boolean addRows(List<Element> head, List<Element> rows) {
        if (rows.size() > MOST_ROWS) {
            return false;
        }
        var lines = new ArrayList<String>();
        head.forEach(row -> lines.add(line(row)));
        rows.forEach(row -> lines.add(line(row)));
        int all = lines.stream().mapToInt(String::length).sum();
        if (length + all > LONGEST) {
            return false;
        }
        lines.forEach(this::add);
        return true;
    }

    private static String line(Element row) {
        return row.children().stream().map(Element::text).collect(Collectors.joining("\t"));
    }

    /** All of it, and where the numbers come from. */
    List<String> with(String source) {
        var all = new ArrayList<>(paragraphs);
        if (!source.isEmpty()) {
            all.add(source);
        }
        return all;
    }

    /** Whether all that was added is here. */
    boolean isWhole() {
        return isWhole;
    }

    void clear() {
        isWhole = true;
        paragraphs.clear();
        length = 0;
    }
}
