package io.futureos.studio.engines.local.data;

import static java.util.Comparator.comparing;

import io.futureos.studio.engine.SimulationEngine.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column for each figure of frames, in the order of their names. A figure within a figure has a dotted name. As DuckDB
 * tells no upper from lower case, a name that is taken gets a number.
 */
final class FrameColumns {

    /** Two places may have the same dotted name; no key has U+0000 in it. */
    private static final Comparator<Place> BY_NAME = comparing(Place::name)
            .thenComparing(place -> place.keys.size())
            .thenComparing(place -> String.join("\u0000", place.keys));

    private final Place root = new Place(List.of());
    private final List<Column> columns = new ArrayList<>();

    private FrameColumns() {}

    /** A column, and whether all of its figures are whole numbers. */
    record Column(String name, boolean isWhole) {}

    /** Where figures stand in frames: at one place there may be a figure in some and figures within in others. */
    private static final class Place {
        private final List<String> keys;
        private final Map<String, Place> within = new HashMap<>();
        private boolean hasFigures;
        private boolean isWhole = true;
        private int column;

        Place(List<String> keys) {
            this.keys = keys;
        }

        String name() {
            return String.join(".", keys);
        }

        Place at(String key) {
            Place known = within.get(key);
            if (known == null) {
                known = new Place(
                        Stream.concat(keys.stream(), Stream.of(key)).toList());
                within.put(key, known);
            }
            return known;
        }

        Stream<Place> all() {
            return Stream.concat(
                    Stream.of(this), within.values().stream().flatMap(Place::all));
        }
    }

    /**
     * Finds the columns of all frames.
     *
     * @param taken names that no figure gets
     * @param written how a name is written
     */
    static FrameColumns of(Iterable<Frame> frames, List<String> taken, UnaryOperator<String> written) {
        var found = new FrameColumns();
        frames.forEach(frame -> find(frame.values(), found.root));
        var used = new HashSet<>(taken);
        found.root.all().filter(place -> place.hasFigures).sorted(BY_NAME).forEach(place -> {
            place.column = found.columns.size();
            found.columns.add(new Column(unused(written.apply(place.name()), used), place.isWhole));
        });
        return found;
    }

    /** What is no number is no figure. */
    private static void find(Map<?, ?> values, Place place) {
        values.forEach((key, value) -> {
            if (value instanceof Number) {
                Place figure = place.at((String) key);
                figure.hasFigures = true;
                figure.isWhole &= value instanceof Long;
            } else if (value instanceof Map<?, ?> inner) {
                find(inner, place.at((String) key));
            }
        });
    }

    private static String unused(String name, Set<String> used) {
        String wanted = name.isEmpty() ? "unnamed" : name;
        String unused = wanted;
        for (int i = 2; !used.add(unused.toLowerCase(Locale.ROOT)); i++) {
            unused = wanted + "_" + i;
        }
        return unused;
    }

    List<Column> columns() {
        return columns;
    }

    /** The figures of one of the frames, by column; null where it has none. */
    @Nullable
    Number[] row(Frame frame) {
        var row = new @Nullable Number[columns.size()];
        fill(row, frame.values(), root);
        return row;
    }

    private static void fill(@Nullable Number[] row, Map<?, ?> values, Place place) {
        values.forEach((key, value) -> {
            if (value instanceof Number figure) {
                row[place.at((String) key).column] = figure;
            } else if (value instanceof Map<?, ?> inner) {
                fill(row, inner, place.at((String) key));
            }
        });
    }
}
