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

    /** {@code text} in at most {@code maxLines} lines, broken between words (ideographs anywhere); the last one ends in an ellipsis if need be. */
    public static List<String> lines(String text, double width, double fontSize, int maxLines) {
        var lines = new ArrayList<String>();
        String rest = text.strip();
        while (lines.size() < maxLines - 1 && of(rest, fontSize) > width) {
            int end = lastFittingBreak(rest, width, fontSize);
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        lines.add(fitted(rest, width, fontSize));
        return lines;
    }

    /** Where a line may end: at a space, and between characters of scripts that are written without any. */
    private static int lastFittingBreak(String text, double width, double fontSize) {
        int best = -1;
        double used = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean mayBreak = c == ' ' || (i > 0 && (isIdeographic(c) || isIdeographic(text.codePointBefore(i))));
            if (mayBreak && i > 0 && used <= width) {
                best = i;
            }
            used += of(Character.toString(c), fontSize);
            if (used > width && c != ' ') {
                return best;
            }
            i += Character.charCount(c);
        }
        return best;
    }

    private static boolean isIdeographic(int codePoint) {
        return codePoint >= 0x2e80 && codePoint < 0xa000 || codePoint >= 0x20000 && codePoint < 0x32000;
    }
}
