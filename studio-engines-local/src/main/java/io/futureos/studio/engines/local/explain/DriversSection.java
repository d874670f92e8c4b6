package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.CausalGraphEngine.Edge;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ReportSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What moves what: the analyst's claims and what the data shows. */
final class DriversSection implements Section {

    @Override
    public String type() {
        return "drivers";
    }

    @Override
    public ReportSection write(Findings findings) {
        List<Edge> edges = findings.request().graph().edges();
        List<Edge> measured = edges.stream()
                .filter(edge -> edge.evidence().equals("measured"))
                .toList();
        List<Edge> stated = edges.stream()
                .filter(edge -> !edge.evidence().equals("measured"))
                .toList();
        Html html = new Html()
                .p("A strength is a partial correlation, from -1 to 1: what one variable says about another"
                        + " some months later beyond trend, season and either's own past. It shows what goes before what, not"
                        + " that changing the one would change the other.");
        html.h3("Stated by the analyst");
        if (stated.isEmpty()) {
            html.p("No influence was stated.");
        } else {
            stated(findings, stated, html);
        }
        html.h3("Measured in the data");
        if (measured.isEmpty()) {
            html.p("No lagged dependence between the monthly variables passed the bound on false discoveries.");
        } else {
            html.table(
                    List.of("From", "To", "Lag in months", "Strength", "p-value"),
                    measured.stream().map(edge -> measuredRow(findings, edge)).toList());
        }
        return new ReportSection("What drives it", type(), html.toString(), charts(findings, edges));
    }

    private static void stated(Findings findings, List<Edge> edges, Html html) {
        if (edges.stream().allMatch(edge -> edge.strength() == null)) {
            html.table(
                    List.of("Influence", "Reason"),
                    edges.stream()
                            .map(edge -> List.of(influence(findings, edge), reason(edge)))
                            .toList());
            html.p("The data can't measure these: what is said to drive has no monthly history of its own.");
            return;
        }
        html.table(
                List.of("Influence", "Strength in the data", "p-value", "Reason"),
                edges.stream().map(edge -> statedRow(findings, edge)).toList());
    }

    private static List<String> statedRow(Findings findings, Edge edge) {
        return List.of(
                influence(findings, edge),
                Optional.ofNullable(edge.strength())
                        .map(strength -> strength(strength) + " at lag " + edge.lag())
                        .orElse("can't be measured"),
                Optional.ofNullable(edge.pValue()).map(DriversSection::pValue).orElse("-"),
                reason(edge));
    }

    private static String influence(Findings findings, Edge edge) {
        return Words.capital(findings.label(edge.from())) + " → " + findings.label(edge.to());
    }

    private static String reason(Edge edge) {
        return Optional.ofNullable(edge.reason()).orElse("");
    }

    private static List<String> measuredRow(Findings findings, Edge edge) {
        return List.of(
                findings.label(edge.from()),
                findings.label(edge.to()),
                Integer.toString(edge.lag()),
                Optional.ofNullable(edge.strength())
                        .map(DriversSection::strength)
                        .orElse("-"),
                Optional.ofNullable(edge.pValue()).map(DriversSection::pValue).orElse("-"));
    }

    private static String strength(double strength) {
        return Words.format("%+.2f", strength);
    }

    private static String pValue(double p) {
        return p < 0.001 ? "less than 0.001" : Words.format("%.3f", p);
    }

    private static List<Chart> charts(Findings findings, List<Edge> edges) {
        List<String> names = new ArrayList<>();
        List<Double> strengths = new ArrayList<>();
        int strongest = 0;
        for (Edge edge : edges) {
            Double strength = edge.strength();
            if (strength != null) {
                names.add(findings.label(edge.from()) + " → " + findings.label(edge.to()) + ", lag " + edge.lag());
                strengths.add(strength);
                strongest = Math.abs(strength) > Math.abs(strengths.get(strongest)) ? strengths.size() - 1 : strongest;
            }
        }
        if (names.isEmpty()) {
            return List.of();
        }
        String title = "The strongest measured link has a strength of " + strength(strengths.get(strongest));
        return List.of(new Chart(
                "bar",
                Charts.bar(names, List.of(Charts.series("Partial correlation", List.copyOf(strengths)))),
                Charts.config(
                        title,
                        "Bar chart of the strengths of links. " + title + ": " + names.get(strongest) + ".",
                        "number",
                        "horizontal",
                        true)));
    }
}
