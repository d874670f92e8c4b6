package io.futureos.studio.render.svg;

import io.futureos.studio.render.svg.Canvas.Anchor;
import io.futureos.studio.render.svg.Canvas.Paint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Vertical lines at values with their labels above the plot, in as many rows as it takes for none to touch another. */
final class Flags {

    static final double ROW = 16;
    private static final double GAP = 8;
    private static final int MAX_ROWS = 5;

    private final Canvas canvas;
    private final List<Flag> flags = new ArrayList<>();

    Flags(Canvas canvas) {
        this.canvas = canvas;
    }

    private record Flag(double at, double left, double right, String text, Paint paint, String dashes, int row) {}

    /** Takes a line; answers this. Those beyond the rows that there is room for have no label. */
    Flags add(double at, String label, Paint paint, String dashes) {
        String text = TextWidth.fitted(label, canvas.width() * 0.6, Canvas.FONT);
        double width = TextWidth.of(text, Canvas.FONT);
        double left = Math.max(0, Math.min(canvas.width() - width, at - width / 2));
        int row = 0;
        while (!isFree(row, left, left + width)) {
            row++;
        }
        flags.add(new Flag(at, left, left + width, row < MAX_ROWS ? text : "", paint, dashes, Math.min(row, MAX_ROWS - 1)));
        return this;
    }

    private boolean isFree(int row, double left, double right) {
        return row >= MAX_ROWS
                || flags.stream()
                        .filter(flag -> flag.row() == row && !flag.text().isEmpty())
                        .allMatch(flag -> right + GAP <= flag.left() || flag.right() + GAP <= left);
    }

    /** How high the labels are. */
    double height() {
        return flags.stream().mapToDouble(flag -> (flag.row() + 1) * ROW).max().orElse(0);
    }

    /** Draws the lines from the labels, which end at {@code top}, down to {@code bottom}. */
    void draw(double top, double bottom) {
        flags.stream()
                .sorted(Comparator.comparingInt(Flag::row).reversed())
                .forEach(flag -> canvas.line(
                        flag.at(), top - flag.row() * ROW - 2, flag.at(), bottom, flag.paint(), 1.4, flag.dashes()));
        for (Flag flag : flags) {
            double baseline = top - flag.row() * ROW - 6;
            canvas.textOnLines(flag.left(), baseline, flag.text(), Anchor.START, flag.paint(), false);
        }
    }
}
