package io.futureos.studio.bench.render;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports of a size: sections with paragraphs, charts and tables as an analyst's have them. The figures mean nothing. */
enum SizedReport {
    /** About 12 pages on A4. */
    STANDARD("standard, 8 charts", 4, 2, 1, 3),
    /** About 30 pages. */
    AIM("20 charts, 10 tables", 10, 2, 1, 3),
    /** About 60 pages. */
    DETAILED("detailed, 30 charts", 15, 2, 3, 8);

    private static final int MONTHS = 60;
    private static final int FORECAST = 12;
    private static final int ROWS = 24;
    private static final String PARAGRAPH = "<p>"
            + "The monthly share has followed a curve with two visible bends, a shortage and a tax. The pooled forecast "
            + "goes on with it and <strong>widens</strong> with the horizon. ".repeat(4) + "</p>";

    private final String label;
    private final int sections;
    private final int charts;
    private final int tables;
    private final int paragraphs;

    SizedReport(String label, int sections, int charts, int tables, int paragraphs) {
        this.label = label;
        this.sections = sections;
        this.charts = charts;
        this.tables = tables;
        this.paragraphs = paragraphs;
    }

    String label() {
        return label;
    }

    ReportExporter.Request request() {
        var written = new ArrayList<ReportSection>();
        for (int section = 0; section < sections; section++) {
            var shown = new ArrayList<Chart>();
            for (int chart = 0; chart < charts; chart++) {
                int number = section * charts + chart;
                shown.add(number % 4 == 3 ? bars(number) : line(number));
            }
            String text = PARAGRAPH.repeat(paragraphs) + table(section).repeat(tables);
            written.add(new ReportSection("What was found, part " + (section + 1), "part" + section, text, shown));
        }
        var appendix = new ReportAppendix(
                PARAGRAPH,
                List.of("Road Office, monthly figures"),
                Map.of("brier_score", 0.08),
                List.of("None is known."));
        return request(new ReportContent("A report with " + label, written, appendix));
    }

    /** A request for this and nothing else. */
    static ReportExporter.Request request(ReportContent content) {
        var report = new GeneratedReport(
                ReportId.of("7b0f4c1e-5a53-4b7e-9f2a-3f8f2f6f1c11"),
                ProjectId.of("0d0bb0b4-7a9f-4a1e-8d8f-6f1f3f0c2a22"),
                Instant.parse("2025-01-06T09:30:00Z"),
                content,
                Map.of());
        return new ReportExporter.Request(
                report, ReportConfig.standard(), List.of(), List.of(), ResourceResolver.none());
    }

    private static String table(int section) {
        var rows = new StringBuilder("<table><thead><tr><th>Month</th><th>New cars</th><th>Battery-electric</th>"
                + "<th>Share</th><th>Note</th></tr></thead><tbody>");
        for (int row = 0; row < ROWS; row++) {
            rows.append(String.format(
                    Locale.ROOT,
                    "<tr><td>%s</td><td>%,d</td><td>%,d</td><td>%.1f %%</td><td>%s</td></tr>",
                    month(row),
                    11_000 + row * 137 + section,
                    8_000 + row * 151,
                    70 + row * 0.7,
                    row % 6 == 0 ? "Purchases brought forward" : ""));
        }
        return rows.append("</tbody></table>").toString();
    }

    private static String month(int index) {
        return String.format(Locale.ROOT, "%04d-%02d", 2020 + index / 12, index % 12 + 1);
    }

    private static Chart line(int number) {
        var x = new ArrayList<String>();
        var observed = new ArrayList<@Nullable Double>();
        var median = new ArrayList<@Nullable Double>();
        var lower = new ArrayList<@Nullable Double>();
        var upper = new ArrayList<@Nullable Double>();
        for (int i = 0; i < MONTHS; i++) {
            int ahead = i - (MONTHS - FORECAST) + 1;
            double value = 0.3 + 0.5 * i / MONTHS + 0.02 * ((i * 7 + number) % 5);
            x.add(month(i));
            observed.add(ahead > 0 ? null : value);
            median.add(ahead > 0 ? value : null);
            lower.add(ahead > 0 ? value - 0.01 * ahead : null);
            upper.add(ahead > 0 ? value + 0.01 * ahead : null);
        }
        return new Chart(
                "line",
                open(
                        "x", x,
                        "series",
                                List.of(
                                        open("name", "Observed", "values", observed),
                                        open("name", "Median", "values", median)),
                        "bands", List.of(open("name", "90 % interval", "lower", lower, "upper", upper))),
                open(
                        "title", "The share of group " + number + " keeps rising",
                        "alt", "Monthly share of group " + number + " from 30 % to 80 %.",
                        "unit", "percent",
                        "x_label", "Month",
                        "y_label", "Share of new cars"));
    }

    private static Chart bars(int number) {
        var young = List.of(0.2 + number * 0.001, 0.3, 0.35, 0.15);
        var old = List.of(0.1, 0.25, 0.45, 0.2);
        return new Chart(
                "bar",
                open(
                        "categories", List.of("North", "East", "South", "West"),
                        "series",
                                List.of(
                                        open("name", "Under 40", "values", young),
                                        open("name", "40 and over", "values", old))),
                open(
                        "title", "The south leads in group " + number,
                        "alt", "Shares of four regions by age in group " + number + ".",
                        "unit", "percent"));
    }

    /** Keys and values in turn; unlike {@code Map.of}, it keeps their order. */
    private static Map<String, Object> open(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
