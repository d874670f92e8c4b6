package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.CausalGraphEngine.CausalGraph;
import io.futureos.studio.engine.CausalGraphEngine.Edge;
import io.futureos.studio.engine.Engine.Provenance;
import io.futureos.studio.engine.EnsembleAggregator.Backtest;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.MemberWeight;
import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import io.futureos.studio.engine.EnsembleAggregator.ReasonerMember;
import io.futureos.studio.engine.EnsembleAggregator.ReliabilityBin;
import io.futureos.studio.engine.ExplanationGenerator.Request;
import io.futureos.studio.engine.ExplanationGenerator.Resolved;
import io.futureos.studio.engine.ExplanationGenerator.ScenarioResult;
import io.futureos.studio.engine.ExplanationGenerator.SimulationSummary;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.PredictionTask.Comparison;
import io.futureos.studio.engine.Reasoner.Line;
import io.futureos.studio.engine.Reasoner.Move;
import io.futureos.studio.engine.Reasoner.Reasoning;
import io.futureos.studio.engine.ScenarioComparison;
import io.futureos.studio.engine.ScenarioComparison.Above;
import io.futureos.studio.engine.ScenarioComparison.AssumptionChange;
import io.futureos.studio.engine.ScenarioComparison.Flip;
import io.futureos.studio.engine.ScenarioComparison.Pair;
import io.futureos.studio.engine.ScenarioComparison.Settling;
import io.futureos.studio.engine.ScenarioComparison.Spread;
import io.futureos.studio.engine.ScenarioComparison.Standing;
import io.futureos.studio.engines.local.NorwayFixture;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.Shock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Results with figures that can be told from one another in a report. */
final class Results {

    private Results() {}

    static Request request(ReportConfig config) {
        return request("Norway goes electric", config);
    }

    static Request request(String name, ReportConfig config) {
        return new Request(
                name,
                NorwayFixture.task("2024-12"),
                new NorwayFixture().cars().data(),
                population(name),
                new CausalGraph(
                        List.of("new_cars", "battery_electric_share", "vat_exemption"),
                        List.of(
                                new Edge("vat_exemption", "battery_electric_share", 0, null, "stated", null, name),
                                new Edge("new_cars", "battery_electric", 3, -0.317, "measured", 0.0123, null)),
                        List.of(new Edge("battery_electric", "new_cars", 4, 0.4512, "removed", 0.0004, name))),
                List.of(
                        scenario(name, Map.of(), 0.2345, 0),
                        scenario("VAT", Map.of("vat_exemption", 0), 0.0171, -0.0432)),
                config,
                List.of(new Provenance("engine " + name, "1")),
                null,
                comparison(true));
    }

    /** The second scenario against the first. */
    static ScenarioComparison comparison(boolean paired) {
        Spread difference = new Spread(-0.0443, -0.0421, -0.0511, -0.0345, -0.0612, -0.0178, -0.0733, 0.0016);
        Above above = new Above(
                0.0875,
                0.0199,
                new Settling(true, 0.0484, 0.1266, 0L),
                new Settling(false, -0.0512, 0.0003, 1470L),
                true);
        return new ScenarioComparison(
                "the share in 2025",
                List.of(
                        new Standing(
                                0.2345,
                                flip(new AssumptionChange(0, "vat_exemption", "value", 1, 0.75, 0.25)),
                                List.of()),
                        new Standing(
                                0.0171,
                                flip(
                                        new AssumptionChange(null, "vat_exemption", "effect", 0.875, 0.1234, 0.86),
                                        new AssumptionChange(1, "vat_exemption", "value", 0, 0.9123, 0.91)),
                                List.of())),
                List.of(new Pair(
                        1,
                        paired,
                        -0.2174,
                        paired ? difference : null,
                        difference,
                        above,
                        flip(new AssumptionChange(0, "vat_exemption", "value", 1, 0.0456, 0.95)),
                        List.of("The runs differ in 2 seeds."))));
    }

    private static Flip flip(AssumptionChange... changes) {
        return new Flip(0.618, List.of(changes), "Something of 3 words.");
    }

    static Request with(Request request, List<ScenarioResult> scenarios, @Nullable ScenarioComparison comparison) {
        return new Request(
                request.projectName(),
                request.task(),
                request.data(),
                request.population(),
                request.graph(),
                scenarios,
                request.config(),
                request.engines(),
                request.resolved(),
                comparison);
    }

    static Request with(Request request, CausalGraph graph) {
        return new Request(
                request.projectName(),
                request.task(),
                request.data(),
                request.population(),
                graph,
                request.scenarios(),
                request.config(),
                request.engines(),
                request.resolved(),
                request.comparison());
    }

    /** With the question turned round. */
    static Request asking(Request request, Comparison comparison) {
        PredictionTask task = request.task();
        return new Request(
                request.projectName(),
                new PredictionTask(
                        task.question(),
                        task.targetVariable(),
                        comparison,
                        task.threshold(),
                        task.from(),
                        task.to(),
                        task.occasion(),
                        task.asOf()),
                request.data(),
                request.population(),
                request.graph(),
                request.scenarios(),
                request.config(),
                request.engines(),
                request.resolved(),
                request.comparison());
    }

    /** With a forecast of only the first scenario, which draws these values. */
    static Request drawing(Request request, List<Double> values) {
        ScenarioResult first = request.scenarios().get(0);
        Forecast forecast = first.forecast();
        var drawn = new Forecast(
                forecast.eventProbability(),
                forecast.periods(),
                forecast.whole(),
                values,
                forecast.members(),
                forecast.backtest(),
                forecast.notes());
        var scenario = with(first, drawn, first.reasonings());
        return with(request, List.of(scenario), null);
    }

    private static ScenarioResult with(ScenarioResult result, Forecast forecast, List<ReasonerMember> reasonings) {
        return new ScenarioResult(
                result.name(),
                result.description(),
                result.variableOverrides(),
                result.populationAdjustments(),
                result.shocks(),
                result.simulation(),
                forecast,
                reasonings);
    }

    /** With these lines of the reasoner in the first scenario. */
    static Request arguing(Request request, List<Line> lines) {
        ScenarioResult first = request.scenarios().get(0);
        Reasoning said = first.reasonings().get(0).reasoning();
        var argued = new Reasoning(said.probability(), said.reasons(), said.wouldChangeItsMind(), lines, said.past());
        var scenario = with(first, first.forecast(), List.of(new ReasonerMember("tree search", argued)));
        return with(request, List.of(scenario, request.scenarios().get(1)), request.comparison());
    }

    static Request resolved(Request request, Resolved resolved) {
        return new Request(
                request.projectName(),
                request.task(),
                request.data(),
                request.population(),
                request.graph(),
                request.scenarios(),
                request.config(),
                request.engines(),
                resolved,
                null);
    }

    static ScenarioResult scenario(String name, Map<String, Object> overrides, double probability, double shift) {
        return new ScenarioResult(
                name,
                "about " + name,
                overrides,
                Map.of(),
                List.of(new Shock(3, "vat_exemption", -0.5)),
                new SimulationSummary(200, 12, 1, parameters(), List.of("Simulated: " + name)),
                forecast(probability, shift),
                List.of(new ReasonerMember("tree search", reasoning(probability))));
    }

    /** A scenario of this probability whose past probabilities turned out like this. */
    static ScenarioResult judged(String name, double probability, List<ReliabilityBin> reliability) {
        ScenarioResult usual = scenario(name, Map.of(), probability, 0);
        return new ScenarioResult(
                usual.name(),
                usual.description(),
                usual.variableOverrides(),
                usual.populationAdjustments(),
                usual.shocks(),
                usual.simulation(),
                forecast(probability, 0, reliability),
                usual.reasonings());
    }

    private static Map<String, Object> parameters() {
        return Map.of(
                "peer_pressure",
                0.734,
                "past_months_inside_80_percent_interval",
                0.81,
                "seasons",
                List.of(0.003, -0.0008, 0.2, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                "trend",
                Map.of(
                        "median",
                        0.0417,
                        "q10",
                        0.0031,
                        "q90",
                        0.0592,
                        "prior_median",
                        0.0,
                        "prior_q10",
                        -0.0641,
                        "prior_q90",
                        0.0641),
                "level",
                Map.of("median", 2.24, "q10", 1.83, "q90", 2.58),
                "noise",
                Map.of("median", 0.361, "q10", 0.361, "q90", 0.361),
                "driver_effects",
                Map.of("vat_exemption", Map.of("median", 0.875, "q10", 0.505, "q90", 1.22)));
    }

    private static Reasoning reasoning(double probability) {
        return new Reasoning(
                probability + 0.1,
                List.of("In 17 of 61 futures <it> came true."),
                List.of("If March were below 88 %, it would."),
                List.of(new Line(List.of(new Move(4, "vat_exemption", 1, 0.25)), probability, 0.0456, 0.75)),
                List.of());
    }

    static Forecast forecast(double probability, double shift) {
        return forecast(
                probability, shift, List.of(new ReliabilityBin(0.25, 0.31, 4), new ReliabilityBin(0.85, 0.92, 39)));
    }

    private static Forecast forecast(double probability, double shift, List<ReliabilityBin> reliability) {
        return new Forecast(
                probability,
                IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> quantiles(Months.text(2025 * 12 + month - 1), shift))
                        .toList(),
                quantiles("2025-01/2025-12", shift),
                IntStream.range(0, Forecast.VALUES)
                        .mapToObj(i -> 0.8 + shift + 0.001 * i)
                        .toList(),
                List.of(
                        new MemberWeight("simulation", 0.6, 0.0312, "as its engine models it"),
                        new MemberWeight("seasonal naive", 0.4, 0.0718, "as a year before"),
                        new MemberWeight("tree search", 0, null, "no skill: Brier score 0.256 against 0.245"),
                        new MemberWeight("debate-engine", 0, null, "it is not wired")),
                new Backtest(
                        List.of("2021-12", "2024-09"),
                        12,
                        126,
                        0.0333,
                        0.0905,
                        0.377,
                        "the month's share is above 95 %",
                        0.1141,
                        0.3837,
                        0.55,
                        0.71,
                        0.83,
                        0.223,
                        reliability,
                        List.of()),
                List.of("A note on the pool."));
    }

    private static Quantiles quantiles(String period, double shift) {
        return new Quantiles(
                period,
                0.8111 + shift,
                0.8222 + shift,
                0.8777 + shift,
                0.9123 + shift,
                0.9345 + shift,
                0.9512 + shift,
                0.9678 + shift);
    }

    private static Population population(String name) {
        return new Population(
                Fingerprint.of("households"),
                new BlobKey(Fingerprint.of("households")),
                20000,
                List.of(new Population.Dimension("cars", "cars available", List.of("0", "1"), List.of(0.27, 0.73))),
                List.of(new Population.Archetype("a", name, 0.41, Map.of("cars", "1"))),
                new Population.Network(10.2, 0.44, 0.37),
                new Population.Fit(17, 0.0012, List.of(new Population.MarginFit(name, 0.0001, 0.0034))),
                List.of("Household ages are those of 2011."));
    }
}
