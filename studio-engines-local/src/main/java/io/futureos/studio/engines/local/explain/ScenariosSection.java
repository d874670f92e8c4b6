package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import io.futureos.studio.engine.ExplanationGenerator.ScenarioResult;
import io.futureos.studio.model.Shock;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.ReportSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The scenarios side by side: what each changes and what comes of it. */
final class ScenariosSection implements Section {

    @Override
    public String type() {
        return "scenarios";
    }

    @Override
    public ReportSection write(Findings findings) {
        Html html = new Html()
                .p(finding(findings))
                .table(
                        List.of("Scenario", "Probability", "Median", "90 % interval", "Median against the first"),
                        findings.results().stream()
                                .map(scenario -> row(findings, scenario))
                                .toList());
        findings.results()
                .forEach(scenario ->
                        html.p(NearCertainty.grounds(findings, scenario).orElseGet(Phrase::nothing)));
        differences(findings, html);
        html.h3("What each scenario changes");
        for (Result scenario : findings.results()) {
            html.p("{} {}", Phrase.say("{}.", scenario.name()).strong(), scenario.description());
            html.ul(changes(findings, scenario));
        }
        return html.section("Scenarios compared", type(), List.of(chart(findings)));
    }

    private static List<Phrase> row(Findings findings, Result scenario) {
        boolean first = scenario.equals(findings.main());
        return List.of(
                scenario.name(),
                scenario.probability().probability(),
                findings.value(scenario.median()),
                findings.interval(scenario.whole(Quantile.Q05), scenario.whole(Quantile.Q95)),
                first
                        ? Phrase.say("-")
                        : scenario.median().minus(findings.main().median()).differenceIn(findings.unit()));
    }

    private static Phrase finding(Findings findings) {
        if (findings.others().isEmpty()) {
            return Phrase.say(
                    "Only the scenario \"{}\" was run.", findings.main().name());
        }
        return findings.mostDifferent()
                .map(scenario -> Phrase.say(
                        "Compared with \"{}\", the scenario \"{}\" makes the largest difference: the probability goes from"
                                + " {} to {}, the median from {} to {}.",
                        findings.main().name(),
                        scenario.name(),
                        findings.main().probability().probability(),
                        scenario.probability().probability(),
                        findings.value(findings.main().median()),
                        findings.value(scenario.median())))
                .orElseGet(() -> Phrase.say("The scenarios do not differ in their probabilities."));
    }

    /** Each scenario against the first by their twins, which tell more than two forecasts side by side. */
    private static void differences(Findings findings, Html html) {
        List<Versus> all = Versus.all(findings);
        if (all.isEmpty()) {
            return;
        }
        html.h3("How sure the differences are");
        List<Versus> paired = all.stream().filter(Versus::isPaired).toList();
        if (!paired.isEmpty()) {
            html.p(
                    "In the simulation each replicate of a scenario has a twin in \"{}\" that met the same luck, so luck falls out"
                            + " of their difference and what is left is the effect and how unsure it is. These are the"
                            + " differences in {}, of the simulation alone: the table above has pooled it with the other"
                            + " members. Which of the two is higher more often counts as settled once the 95 % interval of that"
                            + " probability leaves out one half.",
                    findings.main().name(), findings.quantity());
            html.table(
                    List.of("Scenario", "Median difference", "90 % interval", "Probability of being higher", "Settled"),
                    paired.stream().map(Versus::row).toList());
        }
        html.ul(all.stream().flatMap(one -> remarks(one).stream()).toList());
    }

    private static List<Phrase> remarks(Versus one) {
        if (!one.isPaired()) {
            return one.notes();
        }
        List<Phrase> remarks = new ArrayList<>();
        if (one.isEffectUncertain()) {
            remarks.add(Phrase.say(
                    "Whether \"{}\" comes out higher or lower is open however many replicates there are: its effects are that"
                            + " uncertain.",
                    one.name()));
        }
        one.turn()
                .flatMap(Versus.Turn::smallest)
                .ifPresent(change -> remarks.add(Phrase.say(
                        "The smallest change of one assumption that would leave no difference to \"{}\", to first order: {}.",
                        one.name(),
                        change)));
        return remarks;
    }

    static List<Phrase> changes(Findings findings, Result result) {
        List<Phrase> changes = new ArrayList<>();
        ScenarioResult scenario = result.scenario();
        scenario.variableOverrides()
                .forEach((variable, value) -> changes.add(Phrase.say(
                        "{}: {}{}.",
                        findings.label(variable).capital(),
                        findings.valueOf(variable, value, result.changes().at("variable_overrides", variable)),
                        usual(findings, variable))));
        scenario.populationAdjustments().forEach((name, target) -> {
            Origin adjusted = result.changes().at("population_adjustments", name);
            changes.add(
                    Phrase.say("Population, {}: {}.", OpenText.name(name, adjusted), OpenText.of(target, adjusted)));
        });
        for (int i = 0; i < scenario.shocks().size(); i++) {
            changes.add(shock(
                    findings, result, scenario.shocks().get(i), result.changes().at("shocks", i)));
        }
        return changes.isEmpty() ? List.of(Phrase.say("Nothing: every variable keeps its usual value.")) : changes;
    }

    private static Phrase shock(Findings findings, Result result, Shock shock, Origin origin) {
        return Phrase.say(
                "{} is shocked by {} from {} on.",
                findings.label(shock.variable()).capital(),
                Figure.at(shock.magnitude(), origin.at("magnitude")).plain(),
                result.month(shock.tick(), origin.at("tick")));
    }

    private static Phrase usual(Findings findings, String variable) {
        return findings.usual(variable)
                .map(value -> Phrase.say(" instead of {}", value))
                .orElseGet(Phrase::nothing);
    }

    private static Chart chart(Findings findings) {
        List<Map<String, Object>> items = findings.request().scenarios().stream()
                .map(scenario -> item(scenario.name(), scenario.forecast().whole()))
                .toList();
        List<Phrase> alts = findings.results().stream()
                .map(scenario -> Phrase.say("{} {}", scenario.name(), findings.value(scenario.median())))
                .toList();
        return new Chart(
                "interval",
                Charts.ordered("items", items),
                Charts.config(
                        title(findings),
                        Phrase.say("Medians of {} by scenario: {}.", findings.quantity(), Phrase.list(alts)),
                        findings.unit(),
                        "x_label",
                        findings.quantity().capital().text() + ": median, 50 % and 90 % interval",
                        "threshold",
                        Charts.threshold(findings)));
    }

    private static Phrase title(Findings findings) {
        return findings.mostDifferent()
                .map(scenario -> Phrase.say(
                        "\"{}\" moves the median by {}",
                        scenario.name(),
                        scenario.median().minus(findings.main().median()).differenceIn(findings.unit())))
                .orElseGet(() -> Phrase.say(
                        "The median is {} in every scenario",
                        findings.value(findings.main().median())));
    }

    private static Map<String, Object> item(String name, Quantiles whole) {
        return Charts.ordered(
                "name",
                name,
                "low",
                whole.q05(),
                "inner_low",
                whole.q25(),
                "mid",
                whole.q50(),
                "inner_high",
                whole.q75(),
                "high",
                whole.q95());
    }
}
