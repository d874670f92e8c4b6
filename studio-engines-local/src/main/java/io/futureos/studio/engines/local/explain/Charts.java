package io.futureos.studio.engines.local.explain;

import io.futureos.studio.report.Chart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds charts in the shapes that {@link Chart} prescribes. */
final class Charts {

    private Charts() {}

    static Map<String, Object> line(List<String> x, List<?> series, List<?> bands) {
        return ordered("x", x, "series", series, "bands", bands);
    }

    static Map<String, Object> bar(List<String> categories, List<?> series) {
        return ordered("categories", categories, "series", series);
    }

    static Map<String, Object> series(String name, List<@Nullable Double> values) {
        return ordered("name", name, "values", values);
    }

    static Map<String, Object> band(String name, List<@Nullable Double> lower, List<@Nullable Double> upper) {
        return ordered("name", name, "lower", lower, "upper", upper);
    }

    /**
     * What a reader needs to know about a chart.
     *
     * @param title states the finding
     * @param alt the finding for who cannot see the chart
     * @param unit of the variable; {@code share} is shown as per cent
     */
    static Map<String, Object> config(Phrase title, Phrase alt, String unit, Object... more) {
        Map<String, Object> config =
                ordered("title", title.text(), "alt", alt.text(), "unit", unit.equals("share") ? "percent" : "number");
        config.putAll(ordered(more));
        return config;
    }

    /** The question's threshold as a line across the chart. */
    static Map<String, Object> threshold(Findings findings) {
        return ordered(
                "value",
                findings.task().threshold(),
                "label",
                findings.value(findings.threshold()).text());
    }

    /** Names and values in turn. */
    static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
