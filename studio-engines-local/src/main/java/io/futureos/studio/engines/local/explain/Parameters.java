package io.futureos.studio.engines.local.explain;

import io.futureos.studio.report.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists a simulation's parameters: those that were drawn with their spread, the others as they are. */
final class Parameters {

    private final List<List<Phrase>> drawn = new ArrayList<>();
    private final List<List<Phrase>> fixed = new ArrayList<>();

    private Parameters() {}

    static void write(Result result, Html html) {
        Origin parameters = result.run().at("parameters");
        var tables = new Parameters();
        result.scenario()
                .simulation()
                .parameters()
                .forEach((name, value) ->
                        tables.add(OpenText.name(name, parameters.at(name)).capital(), value, parameters.at(name)));
        if (!tables.drawn.isEmpty()) {
            html.table(List.of("Parameter", "Median", "80 % of the draws"), tables.drawn);
        }
        if (!tables.fixed.isEmpty()) {
            html.table(List.of("Setting", "Value"), tables.fixed);
        }
    }

    private void add(Phrase name, Object value, Origin origin) {
        if (value instanceof Map<?, ?> map && map.get("median") instanceof Number median) {
            drawn.add(List.of(
                    name,
                    OpenText.of(median, origin.at("median")),
                    Phrase.say(
                            "{} to {}",
                            OpenText.of(map.get("q10"), origin.at("q10")),
                            OpenText.of(map.get("q90"), origin.at("q90")))));
        } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            for (Map.Entry<?, ?> part : map.entrySet()) {
                String key = String.valueOf(part.getKey());
                Origin at = origin.at(key);
                add(Phrase.say("{}: {}", name, OpenText.name(key, at)), part.getValue(), at);
            }
        } else {
            fixed.add(List.of(name, OpenText.of(value, origin)));
        }
    }
}
