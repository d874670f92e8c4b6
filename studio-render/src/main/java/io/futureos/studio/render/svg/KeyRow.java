package io.futureos.studio.render.svg;

import io.futureos.studio.render.svg.Canvas.Anchor;
import java.util.List;
import java.util.function.BiConsumer;

/** What the colours mean, in as many rows as it takes. */
final class KeyRow {

    private static final double ROW = 20;
    private static final double GAP = 18;

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

    private void add(Entry entry) {
        String name = TextWidth.fitted(entry.name(), canvas.width() - sample - 8, Canvas.FONT);
        double needed = sample + 6 + TextWidth.of(name, Canvas.FONT);
        if (x > 0 && x + needed > canvas.width()) {
            x = 0;
            y += ROW;
        }
        entry.sample().accept(x, y - 4);
        canvas.text(x + sample + 6, y, name, Anchor.START, canvas.ink(), false);
        x += needed + GAP;
    }
}
