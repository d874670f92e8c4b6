package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.CausalGraphEngine.Edge;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.Origin.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** An edge of the causal graph as words and figures that know where they came from. */
record Link(Findings findings, Edge edge, Origin origin) {

    static List<Link> all(Findings findings) {
        return of(findings, findings.request().graph().edges(), "edges");
    }

    /** Those that the analyst took out. */
    static List<Link> removed(Findings findings) {
        return of(findings, findings.request().graph().removed(), "removed");
    }

    private static List<Link> of(Findings findings, List<Edge> edges, String field) {
        return IntStream.range(0, edges.size())
                .mapToObj(i ->
                        new Link(findings, edges.get(i), Origin.of(Kind.GRAPH).at(field, i)))
                .toList();
    }

    boolean isMeasured() {
        return edge.evidence().equals("measured");
    }

    boolean leadsTo(String variable) {
        return edge.to().equals(variable);
    }

    /** How strong it is, whichever way; 0 if that can't be measured. */
    double size() {
        return strength().map(strength -> Math.abs(strength.value())).orElse(0.0);
    }

    Phrase from() {
        return findings.label(edge.from());
    }

    Phrase to() {
        return findings.label(edge.to());
    }

    Phrase influence() {
        return Phrase.say("{} → {}", from().capital(), to());
    }

    /** What is known of it, for brackets. */
    Phrase known() {
        return strength()
                .map(strength -> Phrase.say("{}, lag {}, {}", evidence(), lag().count(), strength(strength)))
                .orElseGet(() -> Phrase.say("{}, not measurable", evidence()));
    }

    private Phrase evidence() {
        return Phrase.quoted(edge.evidence(), origin.at("evidence"));
    }

    Figure lag() {
        return Figure.at(edge.lag(), origin.at("lag"));
    }

    /** When the effect is seen. */
    Phrase later() {
        return edge.lag() == 0
                ? Phrase.say("in the same month")
                : Phrase.say(edge.lag() == 1 ? "{} month later" : "{} months later", lag().count());
    }

    /** Empty if it can't be measured. */
    Optional<Figure> strength() {
        return Optional.ofNullable(edge.strength()).map(strength -> Figure.at(strength, origin.at("strength")));
    }

    static Phrase strength(Figure strength) {
        return strength.as("%+.2f");
    }

    Optional<Phrase> pValue() {
        return Optional.ofNullable(edge.pValue())
                .map(p -> Figure.at(p, origin.at("p_value"))
                        .printed(p < 0.001 ? "less than 0.001" : Words.format("%.3f", p)));
    }

    Phrase reason() {
        return Phrase.quoted(Objects.requireNonNullElse(edge.reason(), ""), origin.at("reason"));
    }
}
