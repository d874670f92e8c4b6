package io.futureos.studio.engines.local.explain;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import io.futureos.studio.report.Chart;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.Origin.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The causal graph as far as it can be taken in at a glance: every link to the outcome, and of the others the strongest.
 *
 * @param drawn in the graph's order
 */
record DriverGraph(Findings findings, List<Link> all, List<Link> drawn) {

    /** With more links than this their lags can't be read any more. */
    private static final int MOST = 12;

    static DriverGraph of(Findings findings, List<Link> links) {
        String outcome = findings.task().targetVariable();
        long toOutcome = links.stream().filter(link -> link.leadsTo(outcome)).count();
        List<Link> first = links.stream()
                .sorted(comparing((Link link) -> !link.leadsTo(outcome))
                        .thenComparing(comparingDouble(Link::size).reversed()))
                .limit(Math.max(MOST, toOutcome))
                .toList();
        return new DriverGraph(
                findings, links, links.stream().filter(first::contains).toList());
    }

    /** Which links are not drawn; empty if all are. */
    Phrase leftOut() {
        return drawn.size() == all.size()
                ? Phrase.nothing()
                : Phrase.say(
                        "Of {} influences the graph shows {}: those on {}, and the strongest of the others.",
                        counted(all),
                        counted(drawn),
                        outcome());
    }

    /** Empty if there is no link. */
    Optional<Chart> chart() {
        return drawn.isEmpty() ? Optional.empty() : Optional.of(drawing());
    }

    private Chart drawing() {
        Phrase title = title();
        Phrase alt = Phrase.say("Graph of what drives what. {}.", title);
        return new Chart(
                "graph",
                Charts.ordered(
                        "nodes",
                        nodes(),
                        "edges",
                        drawn.stream().map(DriverGraph::edge).toList()),
                Charts.config(
                        title,
                        leftOut().isEmpty() ? alt : Phrase.say("{} {}", alt, leftOut()),
                        "number",
                        "lag_unit",
                        "months"));
    }

    private Phrase title() {
        List<Link> toOutcome = drawn.stream()
                .filter(link -> link.leadsTo(findings.task().targetVariable()))
                .toList();
        if (toOutcome.isEmpty()) {
            return Phrase.say("No influence on {} is known", outcome());
        }
        return strongest(toOutcome).orElseGet(() -> unmeasured(toOutcome));
    }

    private Optional<Phrase> strongest(List<Link> links) {
        return links.stream()
                .filter(link -> link.strength().isPresent())
                .max(comparingDouble(Link::size))
                .map(link -> Phrase.say(
                        "In the data {} has the strongest influence on {}: {}, {}",
                        link.from(),
                        link.to(),
                        link.strength().map(Link::strength).orElseThrow(),
                        link.later()));
    }

    private Phrase unmeasured(List<Link> links) {
        return Phrase.say(
                links.size() == 1
                        ? "{} influence on {} is stated, and the data can't measure it"
                        : "{} influences on {} are stated, and the data can't measure them",
                counted(links),
                outcome());
    }

    private Phrase outcome() {
        return findings.label(findings.task().targetVariable());
    }

    private static Phrase counted(List<Link> links) {
        return Figure.counted(links, Origin.of(Kind.GRAPH).at("edges")).count();
    }

    private List<Map<String, Object>> nodes() {
        String outcome = findings.task().targetVariable();
        return Stream.concat(
                        drawn.stream()
                                .flatMap(link -> Stream.of(
                                        link.edge().from(), link.edge().to())),
                        Stream.of(outcome))
                .distinct()
                .map(name -> Charts.ordered(
                        "id",
                        name,
                        "label",
                        findings.label(name).capital().text(),
                        "role",
                        name.equals(outcome) ? "outcome" : ""))
                .toList();
    }

    /** What can't be measured has neither strength nor lag. */
    private static Map<String, Object> edge(Link link) {
        Map<String, Object> edge =
                Charts.ordered("from", link.edge().from(), "to", link.edge().to());
        link.strength()
                .ifPresent(strength -> edge.putAll(Charts.ordered(
                        "strength",
                        strength.value(),
                        "sign",
                        strength.value() < 0 ? -1 : 1,
                        "lag",
                        link.edge().lag())));
        return edge;
    }
}
