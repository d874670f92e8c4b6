package io.futureos.studio.engines.local.explain;

import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ReportSection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the reasoners say about the main scenario, what they earned by what they said before, and what would change their minds. */
final class ReasoningSection implements Section {

    private static final int MOST_REASONS = 8;

    @Override
    public String type() {
        return "reasoning";
    }

    @Override
    public ReportSection write(Findings findings) {
        List<Argued> argued = Argued.all(findings, findings.main());
        Html html = new Html();
        if (argued.isEmpty()) {
            html.p("No reasoner argued about this question.");
            return html.section("What the reasoners say", type(), List.of());
        }
        html.p(
                "Reasoners argue about the question instead of forecasting month by month. Each also said what it would have"
                        + " said at earlier months, knowing no more than was known then, about thresholds that were nearly"
                        + " even odds. One that was no better there than the base rate has no weight in the forecast, whatever"
                        + " its reasons.");
        html.table(
                List.of("Reasoner", "Probability", "Weight", "What it earned that by"),
                argued.stream().map(ReasoningSection::row).toList());
        byScenario(findings, html);
        argued.forEach(one -> write(one, html));
        return html.section("What the reasoners say", type(), List.of(chart(findings, argued)));
    }

    private static List<Phrase> row(Argued argued) {
        return List.of(
                argued.name().capital(),
                argued.probability().probability(),
                argued.weight().orElseGet(() -> Phrase.say("-")),
                argued.standing().orElseGet(() -> Phrase.say("-")));
    }

    private static void byScenario(Findings findings, Html html) {
        List<Result> results = findings.results().stream()
                .filter(result -> !result.scenario().reasonings().isEmpty())
                .toList();
        if (results.size() < 2) {
            return;
        }
        List<List<Phrase>> rows = new ArrayList<>();
        for (Result result : results) {
            List<Phrase> said = Argued.all(findings, result).stream()
                    .map(one ->
                            Phrase.say("{}: {}", one.name(), one.probability().probability()))
                    .toList();
            rows.add(List.of(result.name(), Phrase.list(said)));
        }
        html.table(List.of("Scenario", "Probabilities"), rows);
    }

    private static void write(Argued argued, Html html) {
        html.p(Phrase.say(
                        "{}: {}.", argued.name().capital(), argued.probability().probability())
                .strong());
        html.ul(argued.reasons(MOST_REASONS));
        if (!argued.lines().isEmpty()) {
            html.table(List.of("What is moved", "Probability before", "After", "Cost, of its range"), argued.lines());
        }
        if (!argued.wouldChangeItsMind().isEmpty()) {
            html.p("What would change its mind:");
            html.ul(argued.wouldChangeItsMind());
        }
    }

    private static Chart chart(Findings findings, List<Argued> argued) {
        Figure forecast = findings.main().probability();
        Phrase title = Phrase.say(
                "The forecast gives a probability of {}, the reasoners {}",
                forecast.probability(),
                Phrase.list(argued.stream()
                        .map(one -> one.probability().probability())
                        .toList()));
        return new Chart(
                "bar",
                Charts.bar(
                        Stream.concat(
                                        Stream.of("Forecast"),
                                        argued.stream()
                                                .map(one -> one.name().capital().text()))
                                .toList(),
                        List.of(Charts.series(
                                "Probability",
                                List.copyOf(Stream.concat(
                                                Stream.of(forecast),
                                                argued.stream().map(Argued::probability))
                                        .map(Figure::value)
                                        .toList())))),
                Charts.config(
                        title,
                        Phrase.say("Bar chart of probabilities. {}.", title),
                        "share",
                        "horizontal",
                        true,
                        "min",
                        0,
                        "max",
                        1));
    }
}
