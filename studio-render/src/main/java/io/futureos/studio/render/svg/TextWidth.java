package io.futureos.studio.render.svg;

import java.util.ArrayList;
import java.util.List;

/** How wide text will be in a sans-serif font with Helvetica's widths, in CSS pixels; errs on the wide side. */
public final class TextWidth {

    /** Advance widths in thousandths of an em for U+0020 to U+007E, from Adobe's Helvetica.afm. */
    private static final int[] ADVANCES = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584
    };

    private static final double SAFETY = 1.05;

    private TextWidth() {}

    /** The width of {@code text} on one line. */
    public static double of(String text, double fontSize) {
        long thousandths = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLowSurrogate(c)) {
                thousandths += advance(c);
            }
        }
        return thousandths * fontSize * SAFETY / 1000;
    }

    private static int advance(int c) {
        if (c >= 0x20 && c <= 0x7e) {
            return ADVANCES[c - 0x20];
        }
        if (c == 0xa0) {
            return 278;
        }
        return c < 0x1100 ? 640 : 1000;
    }

    /** {@code text}, or as much of it as fits into {@code width} with an ellipsis. */
    public static String fitted(String text, double width, double fontSize) {
        if (of(text, fontSize) <= width) {
            return text;
        }
        int[] codePoints = text.codePoints().limit(400).toArray();
        for (int length = codePoints.length - 1; length > 0; length--) {
            String shorter = new String(codePoints, 0, length).stripTrailing() + "…";
            if (of(shorter, fontSize) <= width) {
                return shorter;
            }
        }
        return "…";
    }

    /** {@code text} in at most {@code maxLines} lines, broken between words; the last one ends in an ellipsis if need be. */
    public static List<String> lines(String text, double width, double fontSize, int maxLines) {
        var lines = new ArrayList<String>();
        String rest = text.strip();
        while (lines.size() < maxLines - 1 && of(rest, fontSize) > width) {
            int end = lastFittingSpace(rest, width, fontSize);
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end + 1);
        }
        lines.add(fitted(rest, width, fontSize));
        return lines;
    }

    private static int lastFittingSpace(String text, double width, double fontSize) {
        int best = -1;
        int space = text.indexOf(' ');
        while (space >= 0 && of(text.substring(0, space), fontSize) <= width) {
            best = space;
            space = text.indexOf(' ', space + 1);
        }
        return best;
    }
}
