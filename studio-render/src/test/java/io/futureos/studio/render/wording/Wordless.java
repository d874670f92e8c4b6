package io.futureos.studio.render.wording;

import io.futureos.studio.model.Annotation;
import io.futureos.studio.model.NumberFormat;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportLanguage;
import io.futureos.studio.model.ReportTemplate;
import io.futureos.studio.render.Reports;
import io.futureos.studio.report.BoundNumber;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.ReportAppendix;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ReportSection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A report with a chart of each type and all else that it can have, whose author says everything in words of no language. */
final class Wordless {

    /** How each word begins that the report's author wrote, and none of the renderer's. */
    static final String WORD = "zq";

    private Wordless() {}

    static ReportExporter.Request report(ReportLanguage language, NumberFormat numbers) {
        var metrics = open("brier", 0.0834, "coverage90", 0.917, "sharpness90", 0.0921, "crps", 0.0187);
        metrics.put("zqlist", List.of(open("zqfield", 1234.5)));
        var appendix = new ReportAppendix("<p>Zqmethod</p>", List.of("Zqsource"), metrics, List.of("Zqcaveat"));
        ReportExporter.Request plain = Reports.request(new ReportContent("Zqtitle", sections(), appendix));
        return new ReportExporter.Request(
                plain.report(),
                config(language, numbers),
                List.of(
                        new Annotation("Zqlines", "Zqremark", "Zqauthor", Reports.GENERATED),
                        new Annotation("Zqnowhere", "Zqremark", "Zqauthor", Reports.GENERATED)),
                List.of("Zqstale"),
                plain.resources());
    }

    private static List<ReportSection> sections() {
        var engine = Origin.of(Origin.Kind.ENGINE);
        var origins = Arrays.stream(Origin.Kind.values())
                .filter(kind -> kind != engine.kind())
                .map(kind -> Origin.of(kind, "Zqname"))
                .toList();
        return List.of(
                new ReportSection(
                        "Zqanswer",
                        "headline",
                        "<p>Zqanswer 88.9 %, 2.</p>",
                        List.of(),
                        List.of(
                                new BoundNumber("88.9 %", 0.889, true, origins),
                                new BoundNumber("2", 2, false, List.of(engine)))),
                section("Zqlines", line(), lineAlone(), interval(), noInterval()),
                section("Zqbars", bars("Zqone", "Zqtwo"), bars(""), histogram(), unevenHistogram()),
                section("Zqmore", tornado(2), tornadoOfUnknown(), reliability(1234), reliability(0)),
                section("Zqgraphs", graph(), smallGraph()),
                section("", waterfall(), chart("zqtype", open("zqkey", 0.25)), chart("bar", open())),
                new ReportSection("Zqtable", "section", rows(2) + "<p>\u2603 \u2604</p>", List.of()));
    }

    /** A report that is longer than files can show, or slides bear. */
    static ReportExporter.Request endless(ReportLanguage language) {
        var content = new ReportContent(
                "Zqtitle",
                List.of(
                        section("Zqcharts", tornado(45), largeGraph()),
                        new ReportSection("Zqtables", "section", rows(150) + rows(500), List.of()),
                        new ReportSection(
                                "Zqtext", "section", "<p>" + "Zqword zqword. ".repeat(1_200) + "</p>", List.of())),
                new ReportAppendix("", List.of(), Map.of(), List.of()));
        return Reports.configured(Reports.request(content), config(language, language.numbers()));
    }

    private static ReportConfig config(ReportLanguage language, NumberFormat numbers) {
        return new ReportConfig(ReportTemplate.DETAILED_ANALYSIS, List.of(), null, true, true, language, numbers);
    }

    private static ReportSection section(String title, Chart... charts) {
        return new ReportSection(title, "section", "<p>Zqtext</p>", List.of(charts));
    }

    private static String rows(int count) {
        var rows = new StringBuilder("<table><caption>Zqcaption</caption><tr><th>Zqhead</th></tr>");
        IntStream.range(0, count).forEach(i -> rows.append("<tr><td>Zqcell</td></tr>"));
        return rows.append("</table>").toString();
    }

    private static Chart line() {
        return chart(
                "line",
                open(
                        "x", List.of("2025-01", "2025-02", "2025-05"),
                        "series", List.of(open("name", "Zqseen", "values", List.of(0.881, 0.902, 0.953))),
                        "bands",
                                List.of(
                                        open(
                                                "name", "Zqwide",
                                                "lower", List.of(0.85, 0.86, 0.87),
                                                "upper", List.of(0.9, 0.95, 0.97)),
                                        open(
                                                "name", "Zqnarrow",
                                                "lower", List.of(0.86, 0.88, 0.9),
                                                "upper", List.of(0.89, 0.91, 0.96)))));
    }

    private static Chart lineAlone() {
        return number(
                "line",
                open("x", List.of("Zqx"), "series", List.of(open("name", "Zqonly", "values", List.of(1234.5)))));
    }

    private static Chart interval() {
        return chart(
                "interval",
                open(
                        "items",
                        List.of(
                                open(
                                        "name",
                                        "Zqlow",
                                        "low",
                                        0.81,
                                        "inner_low",
                                        0.83,
                                        "mid",
                                        0.85,
                                        "inner_high",
                                        0.9,
                                        "high",
                                        0.95),
                                open("name", "Zqhigh", "low", 0.84, "mid", 0.9, "high", 0.96),
                                open("name", "Zqnone"))));
    }

    private static Chart noInterval() {
        return chart("interval", open("items", List.of(open("name", "Zqends", "low", 0.81, "high", 0.95))));
    }

    private static Chart bars(String... names) {
        List<Map<String, Object>> series = Arrays.stream(names)
                .map(name -> open("name", name, "values", List.of(1234.5, 42)))
                .toList();
        return number("bar", open("categories", List.of("Zqa", "Zqb"), "series", series));
    }

    private static Chart histogram() {
        return chart(
                "histogram",
                open(
                        "edges", List.of(0.8, 0.85, 0.9, 0.95),
                        "counts", List.of(1200, 3400, 1800.5),
                        "marks", List.of(open("value", 0.88, "label", "Zqmark"))),
                "threshold",
                open("value", 0.9, "label", "Zqline"));
    }

    private static Chart unevenHistogram() {
        return number("histogram", open("edges", List.of(0, 0.5, 2.5), "densities", List.of(1.2, 0.2)));
    }

    private static Chart tornado(int count) {
        var items = new ArrayList<Map<String, Object>>();
        IntStream.range(0, count)
                .forEach(i -> items.add(open("name", "Zq", "low", 0.9 - i / 1000.0, "high", 0.91, "low_means", "zq")));
        return chart("tornado", open("base", 0.9, "items", items));
    }

    private static Chart tornadoOfUnknown() {
        return chart("tornado", open("items", List.of(open("name", "Zqitem", "low", 0.9))));
    }

    private static Chart reliability(int cases) {
        return chart(
                "reliability",
                open(
                        "points",
                        List.of(
                                open("forecast", 0.1, "observed", cases > 0 ? 0.3 : 0.12, "count", cases),
                                open("forecast", 0.7, "observed", 0.69, "count", cases))));
    }

    private static Chart graph() {
        return number(
                "graph",
                open(
                        "nodes", List.of(open("id", "zqa", "label", "Zqcause"), open("id", "zqb", "label", "Zqeffect")),
                        "edges",
                                List.of(
                                        open("from", "zqa", "to", "zqb", "strength", 0.55, "lag", 1.5),
                                        open("from", "zqb", "to", "zqc", "strength", -0.25),
                                        open("from", "zqa", "to", "zqc"))));
    }

    private static Chart largeGraph() {
        List<Map<String, Object>> edges = IntStream.range(0, 70)
                .mapToObj(i -> open("from", "zq" + i, "to", "zq" + (i + 1)))
                .toList();
        return number("graph", open("edges", edges));
    }

    private static Chart smallGraph() {
        return number("graph", open("nodes", List.of(open("id", "zqa")), "edges", List.of()));
    }

    private static Chart waterfall() {
        return chart(
                "waterfall",
                open(
                        "start", open("value", 0.9),
                        "steps", List.of(open("name", "Zqstep", "change", -0.0345), open("name", "Zqunknown")),
                        "end", open("value", 0.85)));
    }

    private static Chart chart(String type, Map<String, Object> data, Object... config) {
        Map<String, Object> all = open(config);
        all.putIfAbsent("unit", "percent");
        return new Chart(type, data, all);
    }

    private static Chart number(String type, Map<String, Object> data) {
        return chart(type, data, "unit", "number");
    }

    /** An ordered open object of alternating names and values. */
    private static Map<String, Object> open(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
