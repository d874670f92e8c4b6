package io.futureos.studio.render.page;

import io.futureos.studio.render.chart.DataTable;
import io.futureos.studio.render.chart.ValueFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The calibration figures under names that a reader understands. */
final class Calibration {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("brier", "Brier score"),
            Map.entry("brier_score", "Brier score"),
            Map.entry("coverage", "Coverage"),
            Map.entry("crps", "CRPS (continuous ranked probability score)"),
            Map.entry("crps_seasonal_naive", "CRPS of the seasonal naive forecast"),
            Map.entry("forecasts", "Pairs of forecast and outcome"),
            Map.entry("horizon", "Horizon (months)"),
            Map.entry("horizon_months", "Horizon (months)"),
            Map.entry("judged_event", "Event that probabilities are judged by"),
            Map.entry("judged_event_rate", "Share of the cases in which it came true"),
            Map.entry("log_score", "Logarithmic score"),
            Map.entry("mae", "Mean absolute error"),
            Map.entry("mase", "Mean absolute scaled error"),
            Map.entry("origins", "Forecast origins"),
            Map.entry("rmse", "Root mean square error"));

    private Calibration() {}

    /** Appends one table of the single figures, and one for each list of records. */
    static void append(Element parent, Map<String, Object> metrics) {
        var single = new ArrayList<List<String>>();
        var records = new LinkedHashMap<String, List<?>>();
        collect("", "", metrics, single, records);
        if (!single.isEmpty()) {
            Tables.append(parent, new DataTable(List.of("Figure", "Value"), single), Integer.MAX_VALUE)
                    .addClass("figures");
        }
        records.forEach((name, list) -> {
            parent.appendElement("h4").text(name);
            Tables.append(parent, table(list), Integer.MAX_VALUE);
        });
    }

    private static void collect(
            String group, String key, Map<?, ?> metrics, List<List<String>> single, Map<String, List<?>> records) {
        metrics.forEach((name, value) -> {
            String field = String.valueOf(name);
            String readable = group.isEmpty() ? name(field) : group + ", " + name(field);
            if (value instanceof Map<?, ?> nested) {
                collect(readable, field, nested, single, records);
            } else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?>) {
                records.put(readable, list);
            } else {
                single.add(List.of(readable, text(key + field, value)));
            }
        });
    }

    private static DataTable table(List<?> records) {
        var columns = new ArrayList<String>();
        for (Object entry : records) {
            if (entry instanceof Map<?, ?> fields) {
                fields.keySet().stream()
                        .map(String::valueOf)
                        .filter(field -> !columns.contains(field))
                        .forEach(columns::add);
            }
        }
        var rows = new ArrayList<List<String>>();
        for (Object entry : records) {
            Map<?, ?> fields = entry instanceof Map<?, ?> map ? map : Map.of();
            rows.add(columns.stream()
                    .map(column -> text(column, fields.get(column)))
                    .toList());
        }
        return new DataTable(columns.stream().map(Calibration::name).toList(), rows);
    }

    private static String text(String key, @Nullable Object value) {
        if (value instanceof Number number) {
            String field = key.toLowerCase(Locale.ROOT);
            boolean isShare = field.startsWith("coverage") || field.endsWith("_rate");
            return (isShare ? ValueFormat.PERCENT : ValueFormat.NUMBER).cell(number.doubleValue());
        }
        if (value instanceof List<?> list) {
            return String.join(", ", list.stream().map(one -> text(key, one)).toList());
        }
        return value == null ? "–" : String.valueOf(value);
    }

    /** {@code coverage_90} and {@code coverage90} become "Coverage 90". */
    static String name(String field) {
        String known = NAMES.get(field.toLowerCase(Locale.ROOT));
        if (known != null || field.isEmpty()) {
            return known == null ? "" : known;
        }
        String spaced =
                field.replace('_', ' ').replaceAll("(?<=[a-z])(?=\\d)", " ").strip();
        String named = spaced.replaceAll("(?i)^(coverage|sharpness) (\\d+)$", "$1 of the $2\u00a0% interval");
        return named.isEmpty() ? field : named.substring(0, 1).toUpperCase(Locale.ROOT) + named.substring(1);
    }
}
