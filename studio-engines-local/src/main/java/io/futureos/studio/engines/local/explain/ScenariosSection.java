package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import io.futureos.studio.engine.ExplanationGenerator.ScenarioResult;
import io.futureos.studio.model.Shock;
import io.futureos.studio.report.Chart;
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
        Html html = new Html().p(finding(findings));
        html.table(
                List.of("Scenario", "Probability", "Median", "90 % interval", "Median against the first"),
                findings.request().scenarios().stream()
                        .map(scenario -> row(findings, scenario))
                        .toList());
        html.h3("What each scenario changes");
        for (ScenarioResult scenario : findings.request().scenarios()) {
            html.p(
                    Html.strong(scenario.name() + "."),
                    scenario.description().isBlank() ? "" : " " + scenario.description());
            html.ul(changes(findings, scenario));
        }
        return new ReportSection("Scenarios compared", type(), html.toString(), List.of(chart(findings)));
    }

    private static List<String> row(Findings findings, ScenarioResult scenario) {
        Forecast forecast = scenario.forecast();
        boolean first = scenario.name().equals(findings.main().name());
        return List.of(
                scenario.name(),
                Words.probability(forecast.eventProbability()),
                findings.value(forecast.whole().q50()),
                findings.interval(forecast.whole().q05(), forecast.whole().q95()),
                first
                        ? "-"
                        : Words.difference(
                                forecast.whole().q50() - findings.whole().q50(), findings.unit()));
    }

    private static String finding(Findings findings) {
        if (findings.others().isEmpty()) {
            return "Only the scenario \"" + findings.main().name() + "\" was run.";
        }
        return findings.mostDifferent()
                .map(scenario -> "Compared with \"" + findings.main().name() + "\", the scenario \"" + scenario.name()
                        + "\" makes the largest difference: the probability goes from "
                        + Words.probability(findings.forecast().eventProbability()) + " to "
                        + Words.probability(scenario.forecast().eventProbability()) + ", the median from "
                        + findings.value(findings.whole().q50()) + " to "
                        + findings.value(scenario.forecast().whole().q50())
                        + ".")
                .orElse("The scenarios do not differ in their probabilities.");
    }

    static List<String> changes(Findings findings, ScenarioResult scenario) {
        List<String> changes = new ArrayList<>();
        for (Map.Entry<String, Object> override : scenario.variableOverrides().entrySet()) {
            changes.add(Words.capital(findings.label(override.getKey())) + ": "
                    + findings.valueOf(override.getKey(), override.getValue()) + usual(findings, override.getKey())
                    + ".");
        }
        for (Map.Entry<String, Object> adjusted :
                scenario.populationAdjustments().entrySet()) {
            changes.add(
                    "Population, " + OpenText.name(adjusted.getKey()) + ": " + OpenText.of(adjusted.getValue()) + ".");
        }
        for (Shock shock : scenario.shocks()) {
            changes.add(Words.capital(findings.label(shock.variable())) + " is shocked by "
                    + Words.number(shock.magnitude()) + " from simulated month " + shock.tick() + " on.");
        }
        return changes.isEmpty() ? List.of("Nothing: every variable keeps its usual value.") : changes;
    }

    private static String usual(Findings findings, String variable) {
        return findings.request()
                .data()
                .variable(variable)
                .map(Variable::value)
                .map(value -> " instead of " + findings.valueOf(variable, value))
                .orElse("");
    }

    private static Chart chart(Findings findings) {
        List<Map<String, Object>> items = findings.request().scenarios().stream()
                .map(scenario -> item(scenario.name(), scenario.forecast().whole()))
                .toList();
        List<String> alts = findings.request().scenarios().stream()
                .map(scenario -> scenario.name() + " "
                        + findings.value(scenario.forecast().whole().q50()))
                .toList();
        return new Chart(
                "interval",
                Charts.ordered("items", items),
                Charts.config(
                        title(findings),
                        "Medians of " + findings.quantity() + " by scenario: " + Words.list(alts) + ".",
                        findings.unit(),
                        "x_label",
                        Words.capital(findings.quantity()) + ": median, 50 % and 90 % interval",
                        "threshold",
                        Charts.ordered("value", findings.task().threshold(), "label", findings.threshold())));
    }

    private static String title(Findings findings) {
        return findings.mostDifferent()
                .map(scenario -> "\"" + scenario.name() + "\" moves the median by "
                        + Words.difference(
                                scenario.forecast().whole().q50()
                                        - findings.whole().q50(),
                                findings.unit()))
                .orElse("The median is " + findings.value(findings.whole().q50()) + " in every scenario");
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
