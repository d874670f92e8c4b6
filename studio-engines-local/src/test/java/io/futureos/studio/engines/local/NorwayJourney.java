package io.futureos.studio.engines.local;

import io.futureos.studio.action.Template;
import io.futureos.studio.engine.CausalGraphEngine;
import io.futureos.studio.engine.CausalGraphEngine.CausalGraph;
import io.futureos.studio.engine.CausalGraphEngine.StatedEdge;
import io.futureos.studio.engine.DataOrchestrator.BuildRequest;
import io.futureos.studio.engine.DataOrchestrator.PinnedSource;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.engine.EnsembleAggregator;
import io.futureos.studio.engine.EnsembleAggregator.Absent;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.Member;
import io.futureos.studio.engine.ExplanationGenerator;
import io.futureos.studio.engine.ExplanationGenerator.ScenarioResult;
import io.futureos.studio.engine.ExplanationGenerator.SimulationSummary;
import io.futureos.studio.engine.IntentParser;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.PopulationSynthesizer;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.engine.SimulationEngine.Hindcast;
import io.futureos.studio.engine.SimulationEngine.Outcome;
import io.futureos.studio.engine.SimulationEngine.SimulationRun;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.report.ReportContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Everything that the engines hand out on the way from the quickstart's question to its report. */
public record NorwayJourney(
        PredictionTask task,
        DataPackage data,
        Population population,
        Outcome outcome,
        List<Hindcast> hindcasts,
        Forecast forecast,
        CausalGraph graph,
        ReportContent report) {

    public static final int HORIZON = 12;
    public static final long SEED = 11;

    /** How much work to do. */
    public record Effort(int households, int replicates, int origins) {
        /** Enough for figures that make sense. */
        public static final Effort SENSIBLE = new Effort(1_000, 50, 4);

        /** As little as the engines take. */
        public static final Effort LEAST = new Effort(200, 10, 2);
    }

    /** Asks the engines one after the other, as the Studio would. */
    public static NorwayJourney through(Engines engines, EngineContext context, Effort effort) {
        PredictionTask task = task(engines, context);
        DataPackage data = engines.dataOrchestrator().build(pinned(engines, task, context), context);
        Population population = engines.populationSynthesizer().synthesize(households(data, effort), context);
        SimulationEngine.Request request = simulation(task, data, population, effort);
        Outcome outcome = outcome(engines.simulation().start(request, context), context);
        List<String> origins = engines.ensembleAggregator().backtestOrigins(data, task);
        List<Hindcast> hindcasts = engines.simulation()
                .hindcast(request, origins.subList(origins.size() - effort.origins, origins.size()), HORIZON, context);
        Forecast forecast = engines.ensembleAggregator().aggregate(pool(task, data, outcome, hindcasts), context);
        CausalGraph graph = engines.causalGraph()
                .graph(
                        new CausalGraphEngine.Request(
                                data, List.of(new StatedEdge("vat_exemption", "battery_electric_share", "assumed"))),
                        context);
        var reached = new NorwayJourney(
                task,
                data,
                population,
                outcome,
                hindcasts,
                forecast,
                graph,
                new ReportContent(
                        "",
                        List.of(),
                        new io.futureos.studio.report.ReportAppendix("", List.of(), Map.of(), List.of())));
        return reached.with(engines.explanationGenerator().explain(reached.telling(engines, effort), context));
    }

    private NorwayJourney with(ReportContent written) {
        return new NorwayJourney(task, data, population, outcome, hindcasts, forecast, graph, written);
    }

    /** What the figures up to as-of determine; the rest, which says where they came from, is the other's. */
    public NorwayJourney figuresWithWordsOf(NorwayJourney other) {
        return new NorwayJourney(task, other.data, population, outcome, hindcasts, forecast, graph, other.report);
    }

    /** The template's question with what its sources can be asked about. */
    public static IntentParser.Request question(Engines engines) {
        Template template = NorwayFixture.template();
        return new IntentParser.Request(
                Objects.requireNonNull(template.question()),
                template.asOf(),
                engines.dataOrchestrator().vocabulary(template.sources()));
    }

    private static PredictionTask task(Engines engines, EngineContext context) {
        return engines.intentParser().parse(question(engines), context);
    }

    private static BuildRequest pinned(Engines engines, PredictionTask task, EngineContext context) {
        List<PinnedSource> pinned = new ArrayList<>();
        for (DataSource source : NorwayFixture.template().sources()) {
            pinned.add(new PinnedSource(
                    source, engines.dataOrchestrator().fetch(source, context).raw()));
        }
        return new BuildRequest(pinned, List.of(), task);
    }

    public static PopulationSynthesizer.Request households(DataPackage data, Effort effort) {
        return new PopulationSynthesizer.Request(
                data, NorwayFixture.populationConfig(), Map.of(), Map.of(), effort.households, SEED);
    }

    public SimulationEngine.Request simulation(Effort effort) {
        return simulation(task, data, population, effort);
    }

    private static SimulationEngine.Request simulation(
            PredictionTask task, DataPackage data, Population population, Effort effort) {
        Map<String, Object> config = NorwayFixture.simulationConfig();
        config.put("replicates", effort.replicates);
        return new SimulationEngine.Request(
                task, data, population, Map.of(), Map.of(), List.of(), config, HORIZON, SEED);
    }

    private static Outcome outcome(SimulationRun run, EngineContext context) {
        while (run.tick() < run.totalTicks()) {
            run.step(context);
        }
        return Objects.requireNonNull(run.outcome());
    }

    public EnsembleAggregator.Request pool() {
        return pool(task, data, outcome, hindcasts);
    }

    private static EnsembleAggregator.Request pool(
            PredictionTask task, DataPackage data, Outcome outcome, List<Hindcast> hindcasts) {
        return new EnsembleAggregator.Request(
                task,
                data,
                List.of(new Member("simulation", outcome.paths(), hindcasts)),
                List.of(),
                List.of(new Absent("debate", "not wired")),
                outcome.effect(),
                HORIZON,
                SEED);
    }

    public ExplanationGenerator.Request telling(Engines engines, Effort effort) {
        var summary = new SimulationSummary(effort.replicates, HORIZON, SEED, outcome.parameters(), outcome.caveats());
        return new ExplanationGenerator.Request(
                "Norway goes electric",
                task,
                data,
                population,
                graph,
                List.of(new ScenarioResult(
                        "As things stand", "", Map.of(), Map.of(), List.of(), summary, forecast, List.of())),
                ReportConfig.standard(),
                List.of(engines.simulation().provenance()));
    }
}
