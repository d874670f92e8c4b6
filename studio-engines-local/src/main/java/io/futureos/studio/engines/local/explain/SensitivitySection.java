package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engines.local.explain.Argued.Turning;
import io.futureos.studio.engines.local.explain.Versus.Turn;
import io.futureos.studio.report.ReportSection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What would change the answer: how far it is from turning, and which assumption would have to be how different. */
final class SensitivitySection implements Section {

    @Override
    public String type() {
        return "sensitivity";
    }

    @Override
    public ReportSection write(Findings findings) {
        Html html = new Html().p(distance(findings)).p(scenarios(findings));
        Versus.ofAnswer(findings, 0).ifPresent(turn -> write(findings, turn, html));
        List<Tornado> tornados = Argued.all(findings, findings.main()).stream()
                .map(Tornado::of)
                .flatMap(Optional::stream)
                .toList();
        if (findings.areChartsShown()) {
            tornados.forEach(tornado -> html.p(tried(findings, tornado)));
        }
        return html.section(
                "What would change the answer",
                type(),
                tornados.stream().map(Tornado::chart).toList());
    }

    private static void write(Findings findings, Turn turn, Html html) {
        html.h3("How different an assumption would have to be");
        if (turn.isOutOfReach()) {
            html.p("No move of the months to come is large enough: what is known already settles the answer.");
            return;
        }
        List<Phrase> assumptions = assumptions(findings, turn);
        if (assumptions.isEmpty()) {
            html.p("No assumption is configured whose change could bring the answer to even odds.");
            return;
        }
        html.p("Each of these alone, held throughout, would bring the middle of the forecast to the threshold, to first"
                        + " order: as if its effect grew in proportion.")
                .ul(assumptions);
        List<Phrase> elsewhere = elsewhere(findings);
        if (!elsewhere.isEmpty()) {
            html.p("And the smallest change that would do so in each of the other scenarios:")
                    .ul(elsewhere);
        }
        Argued.all(findings, findings.main())
                .forEach(argued -> argued.turning().ifPresent(found -> html.p(otherwise(findings, argued, found))));
    }

    /** Why a reasoner that tries moves out names another figure. */
    private static Phrase otherwise(Findings findings, Argued argued, Turning found) {
        return Phrase.say(
                "{} names another turning point, since it answers another question: {}. It simulates one set of moves after"
                        + " the other and tells the cheapest it came upon that takes the probability in its simulated futures"
                        + " to the other side of even odds, here from {} to {}. The changes above are computed and not tried,"
                        + " for the pooled forecast, of which the simulation is but one member: they take its middle from {}"
                        + " to {}.",
                argued.name().capital(),
                found.moves(),
                found.before().probability(),
                found.after().probability(),
                findings.value(findings.main().median()),
                findings.value(findings.threshold()));
    }

    /** How to read the probabilities of a reasoner that tries moves out. */
    private static Phrase tried(Findings findings, Tornado tornado) {
        return Phrase.say(
                "The tornado shows where each assumption alone leads, at the lowest and at the highest value that {} tried."
                        + " Its probabilities are those of its own futures, {} while nothing is moved, not the forecast's {}.",
                tornado.argued().name(),
                tornado.base().probability(),
                findings.main().probability().probability());
    }

    private static Phrase distance(Findings findings) {
        Figure median = findings.main().median();
        Figure gap = median.minus(findings.threshold());
        String side = gap.value() == 0 ? "at" : gap.value() < 0 ? "below" : "above";
        return Phrase.say(
                "The middle of the forecast, {}, lies " + side
                        + " the threshold of {}{}. Where they meet the odds are about" + " even.",
                findings.value(median),
                findings.value(findings.threshold()),
                gap.value() == 0 ? Phrase.nothing() : Phrase.say(", {} away", gap.distanceIn(findings.unit())));
    }

    private static Phrase scenarios(Findings findings) {
        if (findings.others().isEmpty()) {
            return Phrase.say("No other scenario was run.");
        }
        boolean yes = isYes(findings.main());
        List<Phrase> turning = findings.others().stream()
                .filter(scenario -> isYes(scenario) != yes)
                .map(scenario -> Phrase.say(
                        "\"{}\" ({})", scenario.name(), scenario.probability().probability()))
                .toList();
        return turning.isEmpty()
                ? Phrase.say("None of the other scenarios takes the probability to the other side of even odds.")
                : Phrase.say("The answer turns in {}.", Phrase.list(turning));
    }

    private static boolean isYes(Result scenario) {
        return scenario.probability().value() >= 0.5;
    }

    /** One sentence for each driver of which the simulation tells an effect. */
    private static List<Phrase> assumptions(Findings findings, Turn turn) {
        Set<?> drivers =
                findings.main().scenario().simulation().parameters().get("driver_effects") instanceof Map<?, ?> told
                        ? told.keySet()
                        : Set.of();
        List<Variable> variables = findings.request().data().variables();
        return IntStream.range(0, variables.size())
                .filter(i -> drivers.contains(variables.get(i).name()))
                .mapToObj(i -> sentence(findings, variables.get(i), i, turn))
                .toList();
    }

    private static Phrase sentence(Findings findings, Variable variable, int place, Turn turn) {
        return turn.ofValue(variable.name(), 0)
                .map(change -> Phrase.say("{}.", change.capital()))
                .orElseGet(() -> impossible(findings, variable, place));
    }

    private static Phrase impossible(Findings findings, Variable variable, int place) {
        Phrase label = findings.label(variable.name()).capital();
        Object set = findings.main().scenario().variableOverrides().get(variable.name());
        Object now = set == null ? variable.value() : set;
        for (boolean upper : new boolean[] {true, false}) {
            Double bound = upper ? variable.maximum() : variable.minimum();
            if (bound != null && now instanceof Number number && number.doubleValue() == bound) {
                return Phrase.say(
                        "{}: no possible value does it; it is at its " + (upper ? "maximum" : "minimum")
                                + " of {} already.",
                        label,
                        Figure.at(bound, Findings.DATA.at("variables", place, upper ? "maximum" : "minimum"))
                                .in(variable.unit()));
            }
        }
        return Phrase.say("{}: no possible value does it.", label);
    }

    /** What would turn each of the other scenarios. */
    private static List<Phrase> elsewhere(Findings findings) {
        return IntStream.range(1, findings.results().size())
                .mapToObj(place -> Versus.ofAnswer(findings, place)
                        .map(turn -> elsewhere(findings.results().get(place), turn)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Phrase elsewhere(Result scenario, Turn turn) {
        return turn.smallest()
                .map(change -> Phrase.say("\"{}\": {}.", scenario.name(), change))
                .orElseGet(() -> Phrase.say(
                        turn.isOutOfReach()
                                ? "\"{}\": nothing, as what is known already settles it."
                                : "\"{}\": no change of one assumption within its bounds.",
                        scenario.name()));
    }
}
