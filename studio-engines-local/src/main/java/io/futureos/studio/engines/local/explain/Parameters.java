package io.futureos.studio.engines.local.explain;

import io.futureos.studio.report.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists a simulation's parameters: those that were drawn with their spread, the others as they are. */
final class Parameters {

    /** What the analyst states and the history does not tell. */
    private static final String EFFECTS = "driver_effects";

    private final List<List<Phrase>> drawn = new ArrayList<>();
    private final List<List<Phrase>> fixed = new ArrayList<>();

    private Parameters() {}

    static void write(Result result, Html html) {
        Origin parameters = result.run().at("parameters");
        var tables = new Parameters();
        result.scenario()
                .simulation()
                .parameters()
                .forEach((name, value) -> tables.add(
                        OpenText.name(name, parameters.at(name)).capital(),
                        value,
                        parameters.at(name),
                        name.equals(EFFECTS)));
        if (!tables.drawn.isEmpty()) {
            html.p(
                    "Before is what was taken for likely without the history, after what the history left of it: the median, and where"
                            + " 80 % of the draws lie. Where a dash stands the run reports nothing from before. Level, trend and effects are in log-odds for a share.");
            html.table(List.of("Parameter", "Before", "After"), tables.drawn);
        }
        if (!tables.fixed.isEmpty()) {
            html.table(List.of("Setting", "Value"), tables.fixed);
        }
    }

    private static Phrase spread(Number median, Map<?, ?> drawn, String prefix, Origin origin) {
        Phrase middle = OpenText.of(median, origin.at(prefix + "median"));
        Object low = drawn.get(prefix + "q10");
        Object high = drawn.get(prefix + "q90");
        return low == null || high == null || low.equals(high)
                ? middle
                : Phrase.say(
                        "{} ({} to {})",
                        middle,
                        OpenText.of(low, origin.at(prefix + "q10")),
                        OpenText.of(high, origin.at(prefix + "q90")));
    }

    private void add(Phrase name, Object value, Origin origin, boolean stated) {
        if (value instanceof Map<?, ?> map && map.get("median") instanceof Number median) {
            drawn.add(List.of(
                    name,
                    map.get("prior_median") instanceof Number prior
                            ? spread(prior, map, "prior_", origin)
                            : Phrase.say(stated ? "the same, as it was stated" : "-"),
                    spread(median, map, "", origin)));
        } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            for (Map.Entry<?, ?> part : map.entrySet()) {
                String key = String.valueOf(part.getKey());
                Origin at = origin.at(key);
                add(Phrase.say("{}: {}", name, OpenText.name(key, at)), part.getValue(), at, stated);
            }
        } else {
            fixed.add(List.of(name, OpenText.of(value, origin)));
        }
    }
}
