package io.futureos.studio.render.page;

import io.futureos.studio.render.chart.DataTable;
import io.futureos.studio.render.chart.ValueFormat;
import io.futureos.studio.render.wording.CalibrationTerm;
import io.futureos.studio.render.wording.ChartTerm;
import io.futureos.studio.render.wording.Term;
import io.futureos.studio.render.wording.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The calibration figures under names that a reader understands. */
final class Calibration {

    private static final Map<String, Term> NAMES = Map.ofEntries(
            Map.entry("brier", CalibrationTerm.BRIER),
            Map.entry("brier_score", CalibrationTerm.BRIER),
            Map.entry("coverage", CalibrationTerm.COVERAGE),
            Map.entry("crps", CalibrationTerm.CRPS),
            Map.entry("crps_seasonal_naive", CalibrationTerm.CRPS_NAIVE),
            Map.entry("forecasts", CalibrationTerm.FORECASTS),
            Map.entry("horizon", CalibrationTerm.HORIZON),
            Map.entry("horizon_months", CalibrationTerm.HORIZON),
            Map.entry("judged_event", CalibrationTerm.JUDGED_EVENT),
            Map.entry("judged_event_rate", CalibrationTerm.JUDGED_EVENT_RATE),
            Map.entry("log_score", CalibrationTerm.LOG_SCORE),
            Map.entry("mae", CalibrationTerm.MAE),
            Map.entry("mase", CalibrationTerm.MASE),
            Map.entry("origins", CalibrationTerm.ORIGINS),
            Map.entry("rmse", CalibrationTerm.RMSE));

    private static final Pattern OF_INTERVAL = Pattern.compile("(?i)(coverage|sharpness)_?(\\d+)");

    private final Wording wording;

    Calibration(Wording wording) {
        this.wording = wording;
    }

    /** Appends one table of the single figures, and one for each list of records. */
    void append(Element parent, Map<String, Object> metrics) {
        var single = new ArrayList<List<String>>();
        var records = new LinkedHashMap<String, List<?>>();
        collect("", "", metrics, single, records);
        if (!single.isEmpty()) {
            Tables.append(
                            parent,
                            new DataTable(
                                    List.of(
                                            wording.say(CalibrationTerm.CALIBRATION_FIGURE),
                                            wording.say(ChartTerm.VALUE)),
                                    single),
                            Integer.MAX_VALUE)
                    .addClass("figures");
        }
        records.forEach((name, list) -> {
            parent.appendElement("h4").text(name);
            Tables.append(parent, table(list), Integer.MAX_VALUE);
        });
    }

    private void collect(
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

    private DataTable table(List<?> records) {
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
        return new DataTable(columns.stream().map(this::name).toList(), rows);
    }

    private String text(String key, @Nullable Object value) {
        if (value instanceof Number number) {
            String field = key.toLowerCase(Locale.ROOT);
            boolean isShare = field.startsWith("coverage") || field.endsWith("_rate");
            return new ValueFormat(isShare, wording).cell(number.doubleValue());
        }
        if (value instanceof List<?> list) {
            return String.join(", ", list.stream().map(one -> text(key, one)).toList());
        }
        return value == null ? "–" : String.valueOf(value);
    }

    /** {@code coverage_90} and {@code coverage90} become "Coverage 90". */
    String name(String field) {
        Term known = NAMES.get(field.toLowerCase(Locale.ROOT));
        if (known != null) {
            return wording.say(known);
        }
        Matcher interval = OF_INTERVAL.matcher(field);
        if (interval.matches()) {
            boolean isCoverage = interval.group(1).toLowerCase(Locale.ROOT).equals("coverage");
            return wording.say(
                    isCoverage ? CalibrationTerm.COVERAGE_OF : CalibrationTerm.SHARPNESS_OF,
                    wording.percent(interval.group(2)));
        }
        String spaced =
                field.replace('_', ' ').replaceAll("(?<=[a-z])(?=\\d)", " ").strip();
        return spaced.isEmpty() ? field : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }
}
