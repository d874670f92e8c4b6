package io.futureos.studio.render.svg;

import io.futureos.studio.render.svg.Canvas.Anchor;
import java.util.List;
import java.util.function.BiConsumer;

/** What the colours mean, in as many rows as it takes. */
final class KeyRow {

    private static final double ROW = 20;
    private static final double GAP = 18;
    private static final double LINE = 14;
    private static final int MOST_LINES = 2;

    private final Canvas canvas;
    private final double sample;
    private double x;
    private double y = 12;

    private KeyRow(Canvas canvas, double sample) {
        this.canvas = canvas;
        this.sample = sample;
    }

    /** One entry: {@code sample} draws a piece of the key's sample width at the left, given x and the middle's y. */
    record Entry(String name, BiConsumer<Double, Double> sample) {}

    /** Draws the entries from the top left corner; answers the height used, 0 if there are none. */
    static double draw(Canvas canvas, double sample, List<Entry> entries) {
        var row = new KeyRow(canvas, sample);
        entries.forEach(row::add);
        return entries.isEmpty() ? 0 : row.y + 10;
    }

    /** A name that is wider than the drawing goes on below. */
    private void add(Entry entry) {
        List<String> lines = TextWidth.lines(entry.name(), canvas.width() - sample - 8, Canvas.FONT, MOST_LINES);
        double widest = lines.stream()
                .mapToDouble(line -> TextWidth.of(line, Canvas.FONT))
                .max()
                .orElse(0);
        double needed = sample + 6 + widest;
        if (x > 0 && x + needed > canvas.width()) {
            x = 0;
            y += ROW;
        }
        entry.sample().accept(x, y - 4);
        for (int i = 0; i < lines.size(); i++) {
            canvas.text(x + sample + 6, y + LINE * i, lines.get(i), Anchor.START, canvas.ink(), false);
        }
        y += LINE * (lines.size() - 1);
        x = lines.size() > 1 ? canvas.width() : x + needed + GAP;
    }
}
