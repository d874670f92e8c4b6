package io.futureos.studio.engines.local.data;

import static java.util.Comparator.comparing;

import io.futureos.studio.engine.SimulationEngine.Frame;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Names a column for each figure of frames, in the order of the names. A figure within a figure has a dotted name. As
 * DuckDB tells no upper from lower case, a name that is taken gets a number.
 */
final class FrameColumns {

    private static final Comparator<List<String>> BY_NAME =
            comparing((List<String> place) -> String.join(".", place)).thenComparing(List::size);

    /** A column. @param isWhole whether all of its figures are whole numbers */
    record Column(String name, boolean isWhole) {}

    private FrameColumns() {}

    /** The figures of a frame by their place in it; what is no number is none. */
    static Map<List<String>, Number> figures(Frame frame) {
        var figures = new TreeMap<List<String>, Number>(BY_NAME);
        collect(List.of(), frame.values(), figures);
        return figures;
    }

    private static void collect(List<String> place, Map<?, ?> values, Map<List<String>, Number> figures) {
        values.forEach((key, value) -> {
            List<String> here = Stream.concat(place.stream(), Stream.of(String.valueOf(key)))
                    .toList();
            if (value instanceof Number number) {
                figures.put(here, number);
            } else if (value instanceof Map<?, ?> inner) {
                collect(here, inner, figures);
            }
        });
    }

    /**
     * By place of the figure, its column.
     *
     * @param taken names that no figure gets
     * @param written how a name is written
     */
    static Map<List<String>, Column> of(Iterable<Frame> frames, List<String> taken, UnaryOperator<String> written) {
        var areWhole = new TreeMap<List<String>, Boolean>(BY_NAME);
        frames.forEach(frame -> figures(frame)
                .forEach((place, figure) -> areWhole.merge(place, figure instanceof Long, Boolean::logicalAnd)));
        var used = new HashSet<>(taken);
        var columns = new LinkedHashMap<List<String>, Column>();
        areWhole.forEach((place, isWhole) ->
                columns.put(place, new Column(unused(written.apply(String.join(".", place)), used), isWhole)));
        return columns;
    }

    private static String unused(String name, Set<String> used) {
        String wanted = name.isEmpty() ? "unnamed" : name;
        String unused = wanted;
        for (int i = 2; !used.add(unused.toLowerCase(Locale.ROOT)); i++) {
            unused = wanted + "_" + i;
        }
        return unused;
    }
}
