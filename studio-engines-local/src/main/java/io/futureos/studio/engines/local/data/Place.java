package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.EngineException;
import org.jspecify.annotations.Nullable;

/**
 * A place in a source's file, for messages.
 *
 * @param counted what {@code number} counts: {@code line}, or {@code row} where a file has no lines
 * @param column null for the whole line
 */
record Place(
        String file, String counted, long number, @Nullable String column) {

    Place column(String name) {
        return new Place(file, counted, number, name);
    }

    /** An error at this place; {@code what} goes on after the colon and ends with a full stop. */
    EngineException error(String code, String what) {
        return new EngineException(code, this + ": " + what);
    }

    @Override
    public String toString() {
        String line = file + ", " + counted + " " + number;
        return column == null ? line : line + ", column \"" + column + "\"";
    }

    /** What somebody wrote, in quotes and short enough for a message. */
    static String quote(String text) {
        String visible = text.strip().replaceAll("\\s+", " ");
        return '"' + (visible.length() > 40 ? visible.substring(0, 40) + "..." : visible) + '"';
    }
}
