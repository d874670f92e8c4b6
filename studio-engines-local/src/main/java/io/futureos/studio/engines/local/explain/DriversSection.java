package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.CausalGraphEngine.Edge;
import io.futureos.studio.report.ReportSection;
import java.util.List;
import java.util.stream.Stream;

/** What moves what: the analyst's claims and what the data shows. */
final class DriversSection implements Section {

    @Override
    public String type() {
        return "drivers";
    }

    @Override
    public ReportSection write(Findings findings) {
        List<Link> links = Link.all(findings);
        List<Link> measured = links.stream().filter(Link::isMeasured).toList();
        List<Link> stated = links.stream().filter(link -> !link.isMeasured()).toList();
        Html html = new Html();
        if (Stream.concat(links.stream(), Link.removed(findings).stream())
                .anyMatch(link -> link.strength().isPresent())) {
            html.p(
                    "A strength is a partial correlation, from -1 to 1: what one variable says about another some months later"
                            + " beyond trend, season and either's own past. It shows what goes before what, not that changing the"
                            + " one would change the other.");
        }
        html.h3("Stated by the analyst");
        if (stated.isEmpty()) {
            html.p("No influence was stated.");
        } else {
            stated(stated, html);
        }
        html.h3("Measured in the data");
        if (measured.isEmpty()) {
            html.p(
                    "Nothing: no monthly variable says more about another some months later than chance might among so many"
                            + " pairs.");
        } else {
            html.table(
                    List.of("From", "To", "Lag in months", "Strength", "p-value"),
                    measured.stream().map(DriversSection::measuredRow).toList());
        }
        removed(Link.removed(findings), html);
        touched(findings, links, html);
        DriverGraph graph = DriverGraph.of(findings, links);
        html.p(graph.leftOut());
        return html.section("What drives it", type(), graph.chart().stream().toList());
    }

    private static void removed(List<Link> links, Html html) {
        if (!links.isEmpty()) {
            html.h3("Taken out by the analyst")
                    .table(
                            List.of("Influence", "Strength in the data", "p-value", "Reason"),
                            links.stream().map(DriversSection::statedRow).toList());
        }
    }

    /** By which ways what the scenarios change reaches the question's variable. */
    private static void touched(Findings findings, List<Link> links, Html html) {
        List<Phrase> ways = findings.results().stream()
                .flatMap(result -> result.touched().stream().map(variable -> ways(findings, links, result, variable)))
                .toList();
        if (!ways.isEmpty()) {
            html.h3("What the scenarios touch").ul(ways);
        }
    }

    private static Phrase ways(Findings findings, List<Link> links, Result result, String variable) {
        List<List<Edge>> paths =
                findings.request().graph().paths(variable, findings.task().targetVariable());
        if (paths.isEmpty()) {
            return Phrase.say(
                    "\"{}\" changes \"{}\", from which no edge leads to \"{}\": the graph knows of no effect.",
                    result.name(),
                    findings.label(variable),
                    findings.label(findings.task().targetVariable()));
        }
        List<Phrase> ways = paths.stream()
                .map(path -> Phrase.join(
                        ", and by that ",
                        path.stream()
                                .map(edge -> links.stream()
                                        .filter(link -> link.edge().equals(edge))
                                        .findFirst()
                                        .orElseThrow())
                                .map(link -> Phrase.say("{} ({})", link.to(), link.known()))
                                .toList()))
                .toList();
        return Phrase.say(
                "\"{}\" changes \"{}\", and by that {}.",
                result.name(),
                findings.label(variable),
                Phrase.join("; another way, ", ways));
    }

    private static void stated(List<Link> links, Html html) {
        if (links.stream().allMatch(link -> link.strength().isEmpty())) {
            html.table(
                    List.of("Influence", "Reason"),
                    links.stream()
                            .map(link -> List.of(link.influence(), link.reason()))
                            .toList());
            html.p("The data can't measure these: what is said to drive has no monthly history of its own.");
            return;
        }
        html.table(
                List.of("Influence", "Strength in the data", "p-value", "Reason"),
                links.stream().map(DriversSection::statedRow).toList());
    }

    private static List<Phrase> statedRow(Link link) {
        return List.of(
                link.influence(),
                link.strength()
                        .map(strength -> Phrase.say(
                                "{} at lag {}",
                                Link.strength(strength),
                                link.lag().count()))
                        .orElseGet(() -> Phrase.say("can't be measured")),
                link.pValue().orElseGet(() -> Phrase.say("-")),
                link.reason());
    }

    private static List<Phrase> measuredRow(Link link) {
        return List.of(
                link.from(),
                link.to(),
                link.lag().count(),
                link.strength().map(Link::strength).orElseGet(() -> Phrase.say("-")),
                link.pValue().orElseGet(() -> Phrase.say("-")));
    }
}
