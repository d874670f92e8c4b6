package io.futureos.studio.engines.local.data;

import static java.util.Comparator.comparing;

import io.futureos.studio.engine.SimulationEngine.Frame;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Names a column for each figure of frames, in the order of the names. A figure within a figure has a dotted name. As
 * DuckDB tells no upper from lower case, a name that is taken gets a number.
 */
final class FrameColumns {

    private static final Comparator<List<String>> BY_NAME =
            comparing((List<String> place) -> String.join(".", place)).thenComparing(List::size);

    private FrameColumns() {}

    /** The figures of a frame by their place in it; what is no number is none. */
    static Map<List<String>, Double> figures(Frame frame) {
        var figures = new TreeMap<List<String>, Double>(BY_NAME);
        collect(List.of(), frame.values(), figures);
        return figures;
    }

    private static void collect(List<String> place, Map<?, ?> values, Map<List<String>, Double> figures) {
        values.forEach((key, value) -> {
            List<String> here = Stream.concat(place.stream(), Stream.of(String.valueOf(key)))
                    .toList();
            if (value instanceof Number number) {
                figures.put(here, number.doubleValue());
            } else if (value instanceof Map<?, ?> inner) {
                collect(here, inner, figures);
            }
        });
    }

    /**
     * By place of the figure, the name of its column.
     *
     * @param taken names that no figure gets
     * @param written how a name is written
     */
    static Map<List<String>, String> names(
            Collection<Map<List<String>, Double>> rows, List<String> taken, UnaryOperator<String> written) {
        var places = new TreeSet<>(BY_NAME);
        rows.forEach(row -> places.addAll(row.keySet()));
        var used = new HashSet<>(taken);
        var names = new LinkedHashMap<List<String>, String>();
        places.forEach(place -> names.put(place, unused(written.apply(String.join(".", place)), used)));
        return names;
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
