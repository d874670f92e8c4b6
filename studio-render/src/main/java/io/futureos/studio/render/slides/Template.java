package io.futureos.studio.render.slides;

import io.futureos.studio.render.look.Look;
import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.look.Rgb;
import io.futureos.studio.render.office.OfficePackage;
import io.futureos.studio.render.svg.TextWidth;
import io.futureos.studio.render.wording.Wording;
import org.jspecify.annotations.Nullable;

/** Where slides get their look from. */
interface Template {

    /**
     * Adds the parts that slides stand on to {@code file}.
     *
     * @param wording of what stands in places that nobody filled yet
     */
    Stage addTo(OfficePackage file, Look look, Wording wording);

    Colours colours(Look look);

    /** The room below the titles of slides, in points. */
    Room room();

    /**
     * What things on slides are painted in.
     *
     * @param areForText whether text is painted so, too; or else it has the colours of the layout
     * @param needGround whether charts and tables need a ground of their own, since it is not known what else they stand on
     */
    record Colours(Palette palette, boolean areForText, boolean needGround) {

        @Nullable
        Rgb ink() {
            return areForText ? palette.ink() : null;
        }

        @Nullable
        Rgb muted() {
            return areForText ? palette.muted() : null;
        }
    }

    /**
     * A width and a height in points.
     *
     * @param more how much higher it is below a title of one line
     */
    record Room(double width, double height, double more) {

        /** Of titles. */
        private static final double SIZE = 24 * 1.08;

        double heightBelow(String title) {
            return fitsOneLine(title, width) ? height + more : height;
        }

        static boolean fitsOneLine(String title, double width) {
            return TextWidth.of(title, SIZE) <= width;
        }
    }
}
