package io.futureos.studio.render.slides;

import io.futureos.studio.render.office.Emu;
import io.futureos.studio.render.office.OfficePackage.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What slides stand on: the parts that give them their look, and where on a slide things go.
 *
 * @param masters the list of masters, as the presentation has it
 * @param textStyle what the presentation says of text that no placeholder styles; may be empty
 */
record Stage(
        List<Master> masters,
        Part notesMaster,
        Ground title,
        Ground content,
        Size slide,
        Size notes,
        Optional<Fragment> textStyle) {

    Stage {
        masters = List.copyOf(masters);
    }

    /** In English Metric Units. */
    record Size(int width, int height) {

        /** Of a page of notes, upright. */
        static final Size NOTES = new Size(6_858_000, 9_144_000);

        Box box() {
            return new Box(0, 0, width, height);
        }
    }

    /** A master, and the number by which the presentation knows it. */
    record Master(long id, Part part) {}

    /**
     * A layout.
     *
     * @param body where text, tables and charts go
     * @param titleLine how much higher the body begins below a title of one line
     * @param hasLogo whether there is room for the logo of the report's branding
     * @param colourMap the roles of the theme's colours, where they differ from those of the master
     */
    record Ground(
            Part layout,
            Map<Role, Placeholder> placeholders,
            Box body,
            int titleLine,
            boolean hasLogo,
            Optional<Fragment> colourMap) {

        Ground {
            placeholders = Map.copyOf(placeholders);
        }

        Optional<Placeholder> of(Role role) {
            return Optional.ofNullable(placeholders.get(role));
        }
    }

    /** What stands in a placeholder. */
    enum Role {
        TITLE,
        SUBTITLE,
        PART,
        TEXT,
        FOOTER,
        NUMBER
    }

    /**
     * A place of the layout, as slides name it.
     *
     * @param type as PresentationML has it; empty for any content
     * @param index empty if it has none
     * @param lettering of text that has to be made to fit; empty if the library's own layout sees to that
     */
    record Placeholder(String type, String index, Optional<Lettering> lettering) {

        Placeholder(String type, String index) {
            this(type, index, Optional.empty());
        }
    }

    /** A place in English Metric Units, 12,700 to a point. */
    record Box(int left, int top, int width, int height) {

        /** What is left of it right of {@code x}. */
        Box rightOf(int x) {
            return new Box(x, top, left + width - x, height);
        }

        /** What is left of it below {@code y}. */
        Box below(int y) {
            return new Box(left, y, width, Math.max(Emu.PER_POINT, top + height - y));
        }

        /** What both have in common; of no size, or less, if that is nothing. */
        Box within(Box other) {
            int x = Math.max(left, other.left);
            int y = Math.max(top, other.top);
            int right = Math.min(left + width, other.left + other.width);
            int bottom = Math.min(top + height, other.top + other.height);
            return new Box(x, y, right - x, bottom - y);
        }

        Box withWidth(int other) {
            return new Box(left, top, other, height);
        }

        Box withHeight(int other) {
            return new Box(left, top, width, Math.max(Emu.PER_POINT, other));
        }

        double widthInPoints() {
            return width / (double) Emu.PER_POINT;
        }

        double heightInPoints() {
            return height / (double) Emu.PER_POINT;
        }
    }
}
