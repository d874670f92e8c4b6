package io.futureos.studio.render;

import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportId;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.GeneratedReport;
import io.futureos.studio.report.ReportAppendix;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ReportSection;
import io.futureos.studio.report.ResourceResolver;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A report that says nothing, and takes every way through an exporter to say it. */
final class WarmUp {

    private static final String TEXT = "<p>Text, <strong>bold</strong>, <em>slanted</em>, <code>code</code>, "
            + "<a href=\"https://example.org/\">a link</a>.</p><ul><li>An item</li></ul><table><thead><tr><th>Month</th>"
            + "<th>Share</th></tr></thead><tbody><tr><td>2025-01</td><td>0.9</td></tr></tbody></table>";

    private WarmUp() {}

    static ReportExporter.Request request() {
        var line = new Chart(
                "line",
                Map.of(
                        "x", List.of("2025-01", "2025-02"),
                        "series", List.of(Map.of("name", "Share", "values", List.of(0.9, 0.95))),
                        "bands", List.of(Map.of("name", "90 %", "lower", List.of(0.8, 0.8), "upper", List.of(1, 1)))),
                Map.of("title", "It rises", "alt", "It rises", "unit", "percent"));
        var bars = new Chart(
                "bar",
                Map.of(
                        "categories", List.of("a", "b"),
                        "series", List.of(Map.of("name", "Share", "values", List.of(1, 2)))),
                Map.of("title", "Two bars", "alt", "Two bars", "unit", "number"));
        var section = new ReportSection("A section", "headline", TEXT, List.of(line, bars));
        var appendix = new ReportAppendix(TEXT, List.of("A source"), Map.of("brier_score", 0.1), List.of("A caveat"));
        var report = new GeneratedReport(
                ReportId.of("00000000-0000-4000-8000-000000000000"),
                ProjectId.of("00000000-0000-4000-8000-000000000000"),
                Instant.EPOCH,
                new ReportContent("A report", List.of(section), appendix),
                Map.of());
        return new ReportExporter.Request(
                report, ReportConfig.standard(), List.of(), List.of(), ResourceResolver.none());
    }
}
