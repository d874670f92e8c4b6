package io.futureos.studio.render.svg;

import io.futureos.studio.render.svg.Canvas.Anchor;
import io.futureos.studio.render.wording.ChartTerm;
import io.futureos.studio.render.wording.Wording;

/** Says that a chart shows only its first rows. */
final class LeftOut {

    private LeftOut() {}

    /** Writes the note below {@code y} if there is reason to; answers the height used. */
    static double draw(Canvas canvas, double y, int shown, int all, Wording wording) {
        if (shown == all) {
            return 0;
        }
        canvas.text(0, y + 12, wording.say(ChartTerm.FIRST_OF, shown, all), Anchor.START, canvas.muted(), false);
        return 20;
    }
}
