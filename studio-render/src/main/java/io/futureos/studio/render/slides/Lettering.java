package io.futureos.studio.render.slides;

import io.futureos.studio.render.svg.TextWidth;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * How a placeholder of a template sets text, and how much of it has room.
 *
 * @param width of the room, in points
 * @param height of the room, in points
 * @param size of letters, in points
 * @param spacing of lines, as a share of what is usual
 * @param isBold whether letters are wider for that
 * @param isCapital whether all letters are shown as capitals
 */
record Lettering(double width, double height, double size, double spacing, boolean isBold, boolean isCapital) {

    private static final int SMALLEST = 10;
    private static final double LINE = 1.2;
    private static final double BOLD = 1.08;

    /** The size in hundredths of a point in which all of {@code words} has room; empty if that is the usual one. */
    OptionalInt fitting(String words) {
        if (fits(words, size)) {
            return OptionalInt.empty();
        }
        int smaller = (int) Math.ceil(size) - 1;
        while (smaller > SMALLEST && !fits(words, smaller)) {
            smaller--;
        }
        return OptionalInt.of(100 * Math.max(smaller, Math.min(SMALLEST, (int) size)));
    }

    /** As much of {@code words} as one line has room for. */
    String cut(String words) {
        return TextWidth.fitted(words, width / wide(), size);
    }

    private boolean fits(String words, double points) {
        int bearable = (int) Math.max(1, height / (points * LINE * spacing));
        String shown = isCapital ? words.toUpperCase(Locale.ROOT) : words;
        String last = TextWidth.lines(shown, width / wide(), points, bearable).get(lines(shown, points, bearable) - 1);
        return shown.endsWith(last);
    }

    private int lines(String shown, double points, int bearable) {
        return TextWidth.lines(shown, width / wide(), points, bearable).size();
    }

    private double wide() {
        return isBold ? BOLD : 1;
    }
}
