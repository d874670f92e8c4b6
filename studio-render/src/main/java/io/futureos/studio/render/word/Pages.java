package io.futureos.studio.render.word;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Foresees on which page things will be, so that the contents have numbers before Word has laid anything out. Word puts
 * the true ones in as soon as its fields are updated.
 */
final class Pages {

    /** The text's height on A4 with margins of 25 and 22 mm, in points. */
    private static final double HEIGHT = 708;

    private final Map<String, Integer> found = new LinkedHashMap<>();
    private final List<String> waiting = new ArrayList<>();
    private int page = 1;
    private double used;
    private double kept;

    /** The next block is where {@code bookmark} stands. */
    void mark(String bookmark) {
        waiting.add(bookmark);
    }

    /** A block that is not broken; one that is {@code keptWithNext} waits for the next. */
    void block(double height, boolean keptWithNext) {
        kept += height;
        if (keptWithNext) {
            return;
        }
        if (used + kept > HEIGHT && used > 0) {
            next();
        }
        settle();
    }

    /** Lines of which two must stay with what was kept for them. */
    void lines(double before, int count, double height, double after) {
        kept += before;
        double least = kept + Math.min(count, 2) * height;
        if (used + least > HEIGHT && used > 0) {
            next();
        }
        kept += count * height + after;
        settle();
    }

    private void settle() {
        waiting.forEach(bookmark -> found.put(bookmark, page));
        waiting.clear();
        used += kept;
        kept = 0;
        while (used > HEIGHT) {
            page++;
            used -= HEIGHT;
        }
    }

    void next() {
        if (used > 0) {
            page++;
            used = 0;
        }
    }

    int of(String bookmark) {
        return found.getOrDefault(bookmark, page);
    }

    int count() {
        return page;
    }
}
