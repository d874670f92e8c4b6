package io.futureos.studio.render.slides;

import io.futureos.studio.render.svg.TextWidth;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * How a placeholder of a template sets text, and how much of it has room.
 *
 * @param width of the room, in points
 * @param height of the room, in points
 * @param size of letters, in points
 * @param isStated whether the template says that size, or else every text has to
 * @param spacing of lines, as a share of what is usual
 * @param isBold whether letters are wider for that
 * @param isCapital whether all letters are shown as capitals
 * @param paint colour and font, as far as the placeholder or its master say
 */
record Lettering(
        double width,
        double height,
        double size,
        boolean isStated,
        double spacing,
        boolean isBold,
        boolean isCapital,
        List<Fragment> paint) {

    private static final int SMALLEST = 10;
    private static final double LINE = 1.2;
    private static final double BOLD = 1.08;

    Lettering {
        paint = List.copyOf(paint);
    }

    /** The size in hundredths of a point in which all of {@code words} has room; empty if that is the template's. */
    OptionalInt fitting(String words) {
        if (fits(words, size)) {
            return isStated ? OptionalInt.empty() : OptionalInt.of((int) (100 * size));
        }
        int smaller = (int) Math.ceil(size) - 1;
        while (smaller > SMALLEST && !fits(words, smaller)) {
            smaller--;
        }
        return OptionalInt.of(100 * Math.max(smaller, Math.min(SMALLEST, (int) size)));
    }

    /** One line of both if there is room for them, or else as much of the first as there is room for. */
    String line(String first, String second) {
        String both = first.isEmpty() ? second : first + " – " + second;
        boolean fits = first.isEmpty() || TextWidth.of(both, size) * wide() <= width;
        return TextWidth.fitted(fits ? both : first, width / wide(), size);
    }

    private boolean fits(String words, double points) {
        int bearable = (int) Math.max(1, height / (points * LINE * spacing));
        String shown = (isCapital ? words.toUpperCase(Locale.ROOT) : words).strip();
        List<String> lines = TextWidth.lines(shown, width / wide(), points, bearable);
        return shown.endsWith(lines.get(lines.size() - 1));
    }

    private double wide() {
        return isBold ? BOLD : 1;
    }
}
