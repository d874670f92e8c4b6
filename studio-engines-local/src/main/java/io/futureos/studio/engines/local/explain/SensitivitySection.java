package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.ReportSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What would change the answer: how far it is from turning, and which assumption would have to be how different. */
final class SensitivitySection implements Section {

    @Override
    public String type() {
        return "sensitivity";
    }

    @Override
    public ReportSection write(Findings findings) {
        Html html = new Html().p(distance(findings)).p(scenarios(findings));
        List<Phrase> assumptions = assumptions(findings);
        if (!assumptions.isEmpty()) {
            html.h3("How different an assumption would have to be")
                    .p(
                            "Each of these alone would bring the middle of the forecast to the threshold, to first order: as if its"
                                    + " effect grew in proportion.")
                    .ul(assumptions);
        }
        return html.section("What would change the answer", type(), List.of());
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

    /** One sentence for each driver of which the simulation tells an effect in log-odds. */
    private static List<Phrase> assumptions(Findings findings) {
        Map<?, ?> effects =
                findings.main().scenario().simulation().parameters().get("driver_effects") instanceof Map<?, ?> told
                        ? told
                        : Map.of();
        Figure needed = findings.unit().equals("share") ? needed(findings) : null;
        var sentences = new ArrayList<Phrase>();
        if (needed != null) {
            List<Variable> variables = findings.request().data().variables();
            for (int i = 0; i < variables.size(); i++) {
                Figure effect = effect(findings, effects, variables.get(i).name());
                if (effect != null) {
                    sentences.add(sentence(findings, variables.get(i), i, needed, effect));
                }
            }
        }
        return sentences;
    }

    /** How far the middle is from the threshold, in log-odds; null where that is no number. */
    private static @Nullable Figure needed(Findings findings) {
        Figure median = findings.main().median();
        double distance = logOdds(findings.threshold().value()) - logOdds(median.value());
        return Double.isFinite(distance) ? median.with(distance, findings.threshold()) : null;
    }

    private static double logOdds(double share) {
        return StrictMath.log(share / (1 - share));
    }

    private static @Nullable Figure effect(Findings findings, Map<?, ?> effects, String variable) {
        return effects.get(variable) instanceof Map<?, ?> drawn
                        && drawn.get("median") instanceof Number median
                        && median.doubleValue() != 0
                ? Figure.at(
                        median.doubleValue(),
                        findings.main().run().at("parameters", "driver_effects", variable, "median"))
                : null;
    }

    private static Phrase sentence(Findings findings, Variable variable, int place, Figure needed, Figure effect) {
        Object set = findings.main().scenario().variableOverrides().get(variable.name());
        Origin origin = set == null
                ? Findings.DATA.at("variables", place, "value")
                : findings.main().changes().at("variable_overrides", variable.name());
        Object value = set == null ? variable.value() : set;
        if (!(value instanceof Number number)) {
            return Phrase.say(
                    "{}: it has a history of its own, so a scenario has to say what else it could be.",
                    findings.label(variable.name()).capital());
        }
        Figure now = Figure.at(number.doubleValue(), origin);
        Figure then =
                now.with(now.value() + needed.value() / effect.value(), needed).with(effect);
        Double least = variable.minimum();
        Double most = variable.maximum();
        boolean possible = (least == null || then.value() >= least) && (most == null || then.value() <= most);
        return possible
                ? Phrase.say(
                        "{}: {} instead of {}.",
                        findings.label(variable.name()).capital(),
                        then.in(variable.unit()),
                        now.in(variable.unit()))
                : impossible(findings, variable, place, now, then.value() > now.value());
    }

    private static Phrase impossible(Findings findings, Variable variable, int place, Figure now, boolean upwards) {
        Phrase label = findings.label(variable.name()).capital();
        Figure bound = bound(variable, place, upwards);
        String end = upwards ? "maximum" : "minimum";
        return now.value() == bound.value()
                ? Phrase.say(
                        "{}: no possible value does it, as it is at its " + end + " of {} already.",
                        label,
                        now.in(variable.unit()))
                : Phrase.say(
                        "{}: no possible value does it; even its " + end + " of {} is not enough.",
                        label,
                        bound.in(variable.unit()));
    }

    private static Figure bound(Variable variable, int place, boolean upper) {
        Double bound = upper ? variable.maximum() : variable.minimum();
        return Figure.at(
                Objects.requireNonNull(bound), Findings.DATA.at("variables", place, upper ? "maximum" : "minimum"));
    }
}
