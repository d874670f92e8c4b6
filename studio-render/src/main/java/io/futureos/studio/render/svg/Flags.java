package io.futureos.studio.render.svg;

import io.futureos.studio.render.svg.Canvas.Anchor;
import io.futureos.studio.render.svg.Canvas.Paint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Vertical lines at values with their labels above the plot. A label stands over its line, or beside it, in the lowest row
 * where it touches no other and no line passes through it.
 */
final class Flags {

    static final double ROW = 16;
    private static final double GAP = 8;
    private static final int MAX_ROWS = 5;

    private final Canvas canvas;
    private final List<Wanted> wanted = new ArrayList<>();
    private final List<Flag> flags = new ArrayList<>();

    Flags(Canvas canvas) {
        this.canvas = canvas;
    }

    private record Wanted(double at, String text, Paint paint, String dashes) {}

    private record Flag(Wanted line, double left, double right, int row) {

        boolean covers(double at) {
            return left - 3 <= at && at <= right + 3;
        }
    }

    void add(double at, String label, Paint paint, String dashes) {
        wanted.add(new Wanted(at, TextWidth.fitted(label, canvas.width() * 0.6, Canvas.FONT), paint, dashes));
    }

    /** Finds places for the labels; answers how high they are. */
    double place() {
        wanted.sort(Comparator.comparingDouble(Wanted::at));
        wanted.forEach(line -> flags.add(placed(line)));
        return flags.stream().mapToDouble(flag -> (flag.row() + 1) * ROW).max().orElse(0);
    }

    /** A label for which there is no row is left out. */
    private Flag placed(Wanted line) {
        double width = TextWidth.of(line.text(), Canvas.FONT);
        for (int row = 0; row < MAX_ROWS; row++) {
            for (double left : new double[] {line.at() - width / 2, line.at() - width - 5, line.at() + 5}) {
                double inside = Math.max(0, Math.min(canvas.width() - width, left));
                var flag = new Flag(line, inside, inside + width, row);
                if (isFree(flag)) {
                    return flag;
                }
            }
        }
        return new Flag(new Wanted(line.at(), "", line.paint(), line.dashes()), line.at(), line.at(), 0);
    }

    private boolean isFree(Flag flag) {
        int row = flag.row();
        boolean touchesNone = flags.stream()
                .filter(other -> other.row() == row)
                .allMatch(other -> flag.right() + GAP <= other.left() || other.right() + GAP <= flag.left());
        boolean noLineThroughIt = flags.stream().filter(other -> other.row() >= row).noneMatch(other -> flag.covers(
                other.line().at()));
        boolean noneThatFollowsThroughIt = row > 0
                || wanted.stream()
                        .filter(other -> other.at() > flag.line().at())
                        .noneMatch(other -> flag.covers(other.at()));
        boolean passesNone = flags.stream()
                .filter(other -> other.row() < row)
                .noneMatch(other -> other.covers(flag.line().at()));
        return touchesNone && noLineThroughIt && noneThatFollowsThroughIt && passesNone;
    }

    /** Draws the lines from the labels, the lowest of which stand on {@code top}, down to {@code bottom}. */
    void draw(double top, double bottom) {
        for (Flag flag : flags) {
            Wanted line = flag.line();
            double from = top - flag.row() * ROW - (isOver(flag) ? 2 : ROW - 4);
            canvas.line(line.at(), from, line.at(), bottom, line.paint(), 1.4, line.dashes());
        }
        for (Flag flag : flags) {
            double baseline = top - flag.row() * ROW - 6;
            canvas.textOnLines(flag.left(), baseline, flag.line().text(), Anchor.START, flag.line().paint(), false);
        }
    }

    private static boolean isOver(Flag flag) {
        return flag.covers(flag.line().at());
    }
}
