package io.futureos.studio.report;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.OpenValue;
import java.util.List;
import java.util.Map;

/**
 * What a careful reader checks.
 *
 * @param methodology a fragment of HTML, as in {@link ReportSection}
 * @param dataSources one citation each, plain text
 * @param calibrationMetrics figures by name (open values), for example {@code brier_score} to 0.08
 * @param caveats plain text, one thought each
 */
public record ReportAppendix(
        String methodology, List<String> dataSources, Map<String, Object> calibrationMetrics, List<String> caveats) {

    public ReportAppendix {
        requireNonNull(methodology, "methodology");
        dataSources = List.copyOf(dataSources);
        calibrationMetrics = OpenValue.map(calibrationMetrics);
        caveats = List.copyOf(caveats);
    }
}
