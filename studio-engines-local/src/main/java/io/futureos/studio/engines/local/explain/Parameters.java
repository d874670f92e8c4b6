package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.report.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Lists a simulation's parameters: those that were drawn with their spread, the others as they are. */
final class Parameters {

    /** What the analyst states and the history does not tell. */
    private static final String EFFECTS = "driver_effects";

    private static final String SEASONS = "seasons";
    private static final String INSIDE = "past_months_inside_80_percent_interval";

    /** What the local simulation's parameters are; another's are told by the names that it gives them. */
    private static final Map<String, String> NAMES = Map.of(
            "level",
            "Level in the last known month",
            "month_to_month_noise",
            "Noise of single months",
            "level_unrest",
            "Size of the level's own steps",
            "trend_bend",
            "Size of the trend's changes",
            "trend_damping",
            "What is left of the trend after a month",
            "slopes",
            "Difference along",
            SEASONS,
            "Season",
            INSIDE,
            "Past months inside the 80 % interval");

    private final List<List<Phrase>> drawn = new ArrayList<>();
    private final List<List<Phrase>> fixed = new ArrayList<>();

    private final Findings findings;

    private Parameters(Findings findings) {
        this.findings = findings;
    }

    static void write(Findings findings, Html html) {
        Result result = findings.main();
        Origin parameters = result.run().at("parameters");
        var tables = new Parameters(findings);
        result.scenario()
                .simulation()
                .parameters()
                .forEach((name, value) -> tables.add(name, value, parameters.at(name)));
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

    private void add(String name, Object value, Origin origin) {
        if (name.equals(EFFECTS) && value instanceof Map<?, ?> effects && !effects.containsKey("median")) {
            effects.forEach((variable, effect) -> {
                String driver = String.valueOf(variable);
                add(Phrase.say("Effect of \"{}\"", findings.label(driver)), effect, origin.at(driver), true);
            });
        } else if (name.equals(SEASONS) && value instanceof List<?> months && months.size() == 12) {
            fixed.add(List.of(name(name, origin), seasons(months, origin)));
        } else if (name.equals(INSIDE) && value instanceof Number share) {
            fixed.add(List.of(
                    name(name, origin), Figure.at(share.doubleValue(), origin).percent()));
        } else {
            add(name(name, origin), value, origin, false);
        }
    }

    private static Phrase name(String name, Origin origin) {
        String known = NAMES.get(name);
        return known == null ? OpenText.name(name, origin).capital() : Phrase.say(known);
    }

    private static Phrase seasons(List<?> months, Origin origin) {
        return Phrase.join(
                ", ",
                IntStream.range(0, months.size())
                        .mapToObj(i -> Phrase.say(
                                "{} {}", Phrase.say(Months.calendarName(i)), OpenText.of(months.get(i), origin.at(i))))
                        .toList());
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
