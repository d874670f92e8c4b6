package io.futureos.studio.render.slides;

import io.futureos.studio.render.office.OfficePackage.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What slides stand on: the parts that give them their look, and where on a slide things go.
 *
 * @param masters the list of masters, as the presentation has it
 * @param width of a slide
 * @param height of a slide
 */
record Stage(List<Master> masters, Part notesMaster, Ground title, Ground content, int width, int height) {

    Stage {
        masters = List.copyOf(masters);
    }

    /** A master, and the number by which the presentation knows it. */
    record Master(long id, Part part) {}

    /**
     * A layout.
     *
     * @param body where text, tables and charts go
     * @param titleLine how much higher the body begins below a title of one line
     */
    record Ground(Part layout, Map<Role, Placeholder> placeholders, Box body, int titleLine) {

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
     */
    record Placeholder(String type, String index) {}

    /** A place in English Metric Units, 12,700 to a point. */
    record Box(int left, int top, int width, int height) {

        private static final int POINT = 12_700;

        /** What is left of it right of {@code x}. */
        Box rightOf(int x) {
            return new Box(x, top, left + width - x, height);
        }

        /** What is left of it below {@code y}. */
        Box below(int y) {
            return new Box(left, y, width, Math.max(POINT, top + height - y));
        }

        Box withWidth(int other) {
            return new Box(left, top, other, height);
        }

        Box withHeight(int other) {
            return new Box(left, top, width, Math.max(POINT, other));
        }

        double widthInPoints() {
            return width / (double) POINT;
        }

        double heightInPoints() {
            return height / (double) POINT;
        }
    }
}
