package io.futureos.studio.render.svg;

import io.futureos.studio.render.svg.Canvas.Anchor;

/** Says that a chart shows only its first rows. */
final class LeftOut {

    private LeftOut() {}

    /** Writes the note below {@code y} if there is reason to; answers the height used. */
    static double draw(Canvas canvas, double y, int shown, int all) {
        if (shown == all) {
            return 0;
        }
        canvas.text(
                0,
                y + 12,
                "The first " + shown + " of " + all + "; the table has all.",
                Anchor.START,
                canvas.muted(),
                false);
        return 20;
    }
}
