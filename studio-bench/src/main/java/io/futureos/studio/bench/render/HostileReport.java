package io.futureos.studio.bench.render;

import static java.util.stream.Collectors.joining;

import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ReportAppendix;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ReportSection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Reports that nobody would write in good faith, each as large as what a request may carry. */
record HostileReport(String label, Supplier<ReportExporter.Request> report) {

    static final List<HostileReport> ALL = List.of(
            new HostileReport("a paragraph of 10 MB", () -> text("<p>" + "word ".repeat(2_000_000) + "</p>")),
            new HostileReport("a word of 10 MB", () -> text("<p>" + "x".repeat(10_000_000) + "</p>")),
            new HostileReport("800,000 paragraphs", () -> text("<p>short</p>".repeat(800_000))),
            new HostileReport("500,000 paragraphs", () -> text("<p>short</p>".repeat(500_000))),
            new HostileReport(
                    "200,000 parts with a paragraph each", () -> text("<h3>part</h3><p>short</p>".repeat(200_000))),
            new HostileReport("2,500,000 comments", () -> text("<p>text</p>" + "x<!>".repeat(2_500_000))),
            new HostileReport("500,000 comments", () -> text("<p>text</p>" + "x<!>".repeat(500_000))),
            new HostileReport(
                    "2,500,000 paragraphs in twelve colours that nobody ended",
                    () -> text("<p>"
                            + IntStream.range(0, 12)
                                    .mapToObj(i -> "<font color=" + i + ">")
                                    .collect(joining()) + "<p>x".repeat(2_500_000))),
            new HostileReport(
                    "400,000 pieces in bold and italics in a paragraph",
                    () -> text("<p>" + "<b>x</b> <i>y</i> ".repeat(200_000) + "</p>")),
            new HostileReport("1,000,000 empty paragraphs", () -> text("<p></p>".repeat(1_000_000) + "<p>text</p>")),
            new HostileReport(
                    "a table of 100,000 rows",
                    () -> text("<table><thead><tr><th>a</th><th>b</th><th>c</th></tr></thead>"
                            + "<tr><td>row</td><td>1</td><td>2.5</td></tr>".repeat(100_000) + "</table>")),
            new HostileReport(
                    "a table of 50,000 columns",
                    () -> text("<table><tr>" + "<td>1</td>".repeat(50_000) + "</tr></table>")),
            new HostileReport("200,000 levels of bold and italics", () -> text("<b><i>".repeat(100_000) + "deep")),
            new HostileReport("50,000 lists in each other", () -> text("<ul><li>".repeat(50_000) + "deep")),
            new HostileReport("20,000 tables in each other", () -> text("<table><tr><td>".repeat(20_000) + "deep")),
            new HostileReport(
                    "3,000,000 characters that few fonts have",
                    () -> text("<p>" + "\u6c7d\u8f66".repeat(1_500_000) + "</p>")),
            new HostileReport(
                    "a title of 10 MB",
                    () -> SizedReport.request(
                            new ReportContent("word ".repeat(2_000_000), List.of(), appendix(List.of())))),
            new HostileReport("20,000 sections", () -> sections(20_000)),
            new HostileReport("5,000 sections", () -> sections(5_000)),
            new HostileReport(
                    "100,000 sources",
                    () -> SizedReport.request(new ReportContent(
                            "Sources", List.of(), appendix(Collections.nCopies(100_000, "A source"))))),
            new HostileReport("3,000 charts", () -> charts(Collections.nCopies(3_000, line(60, 2, "name")))),
            new HostileReport("500 charts", () -> charts(Collections.nCopies(500, line(60, 2, "name")))),
            new HostileReport("a line of 100,000 points", () -> charts(List.of(line(100_000, 1, "name")))),
            new HostileReport("a line of 1,000,000 points", () -> charts(List.of(line(1_000_000, 1, "name")))),
            new HostileReport("200 lines of 500 points", () -> charts(List.of(line(500, 200, "name")))),
            new HostileReport("a bar chart of 50,000 bars", () -> charts(List.of(bars(50_000)))),
            new HostileReport("5,000 lines in a chart", () -> charts(List.of(line(3, 5_000, "name")))),
            new HostileReport(
                    "the name of a line of 5 MB", () -> charts(List.of(line(3, 1, "word ".repeat(1_000_000))))));

    ReportExporter.Request request() {
        return report.get();
    }

    private static ReportExporter.Request text(String html) {
        return section(new ReportSection("The section", "section", html, List.of()));
    }

    private static ReportExporter.Request sections(int count) {
        return SizedReport.request(new ReportContent(
                "Sections",
                IntStream.range(0, count)
                        .mapToObj(i -> new ReportSection("Section " + i, "s" + i, "<p>text</p>", List.of()))
                        .toList(),
                appendix(List.of())));
    }

    private static ReportExporter.Request charts(List<Chart> charts) {
        return section(new ReportSection("The section", "section", "", charts));
    }

    private static ReportExporter.Request section(ReportSection section) {
        return SizedReport.request(new ReportContent("The title", List.of(section), appendix(List.of())));
    }

    private static ReportAppendix appendix(List<String> sources) {
        return new ReportAppendix("", sources, Map.of(), List.of());
    }

    private static Chart bars(int count) {
        var names = IntStream.range(0, count).mapToObj(i -> "bar " + i).toList();
        var values = IntStream.range(0, count).mapToObj(i -> i % 97).toList();
        return new Chart(
                "bar",
                Map.of("categories", names, "series", List.of(Map.of("name", "name", "values", values))),
                Map.of("title", "A chart", "alt", "A chart"));
    }

    private static Chart line(int points, int series, String name) {
        var x = IntStream.range(0, points).mapToObj(i -> "point " + i).toList();
        var values = IntStream.range(0, points).mapToObj(i -> i % 97).toList();
        var lines = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < series; i++) {
            lines.add(Map.of("name", name + " " + i, "values", values));
        }
        return new Chart("line", Map.of("x", x, "series", lines), Map.of("title", "A chart", "alt", "A chart"));
    }
}
