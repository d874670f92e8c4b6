package io.futureos.studio.engines.local.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists a simulation's parameters: those that were drawn with their spread, the others as they are. */
final class Parameters {

    private final List<List<String>> drawn = new ArrayList<>();
    private final List<List<String>> fixed = new ArrayList<>();

    private Parameters() {}

    static void write(Map<String, Object> parameters, Html html) {
        var tables = new Parameters();
        parameters.forEach((name, value) -> tables.add(Words.capital(OpenText.name(name)), value));
        if (!tables.drawn.isEmpty()) {
            html.table(List.of("Parameter", "Median", "80 % of the draws"), tables.drawn);
        }
        if (!tables.fixed.isEmpty()) {
            html.table(List.of("Setting", "Value"), tables.fixed);
        }
    }

    private void add(String name, Object value) {
        if (value instanceof Map<?, ?> map && map.get("median") instanceof Number median) {
            drawn.add(List.of(
                    name, OpenText.of(median), OpenText.of(map.get("q10")) + " to " + OpenText.of(map.get("q90"))));
        } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            var parts = new LinkedHashMap<String, Object>();
            map.forEach((key, part) -> parts.put(String.valueOf(key), part));
            parts.forEach((key, part) -> add(name + ": " + OpenText.name(key), part));
        } else {
            fixed.add(List.of(name, OpenText.of(value)));
        }
    }
}
