package io.futureos.studio.engines.local.chain;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.engine.CausalGraphEngine;
import io.futureos.studio.engine.CausalGraphEngine.CausalGraph;
import io.futureos.studio.engine.CausalGraphEngine.StatedEdge;
import io.futureos.studio.engine.DataOrchestrator.BuildRequest;
import io.futureos.studio.engine.DataOrchestrator.PinnedSource;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.Engine;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.engine.EnsembleAggregator;
import io.futureos.studio.engine.EnsembleAggregator.Absent;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.Member;
import io.futureos.studio.engine.EnsembleAggregator.ReasonerMember;
import io.futureos.studio.engine.ExplanationGenerator;
import io.futureos.studio.engine.ExplanationGenerator.ScenarioResult;
import io.futureos.studio.engine.ExplanationGenerator.SimulationSummary;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.PopulationSynthesizer;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.Reasoner;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.engine.SimulationEngine.Hindcast;
import io.futureos.studio.engine.SimulationEngine.Outcome;
import io.futureos.studio.engine.SimulationEngine.SimulationRun;
import io.futureos.studio.engines.local.LocalEngines;
import io.futureos.studio.engines.local.data.TableData;
import io.futureos.studio.engines.local.series.RecentTables;
import io.futureos.studio.engines.local.series.TableSource;
import io.futureos.studio.model.DataOverride;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.testkit.engine.RecordingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A small project: the monthly {@code share} of {@code part} in {@code whole}, 200 households of three groups, a driver that
 * the analyst states. A test changes what it is about, and goes all the way.
 */
final class Chain {

    private static final int FIRST_YEAR = 2020;

    /** Members and reasoners are asked about so many past months; the engines' own tests ask about all. */
    private static final int ORIGINS = 4;

    private static final TableSource TABLES = new RecentTables();

    private final Path folder;
    private final Map<String, DataSource> sources = new LinkedHashMap<>();
    private final List<DataOverride> overrides = new ArrayList<>();
    private final Map<String, Object> population = new LinkedHashMap<>();
    private final Map<String, Object> simulation = new LinkedHashMap<>();
    private String target = "share";
    private double threshold = 0.5;
    private String until = "2024-12";
    private String asOf = "2023-12";
    private int households = 200;

    Chain(Path folder) {
        this.folder = folder;
        figures(48, month -> 1000, month -> 1000 / (1 + StrictMath.exp(1.5 - month / 24 + StrictMath.sin(month) / 5)));
        source("groups", "group,people,before,after\na,60,100,20\nb,30,100,40\nc,10,100,55\n", Map.of());
        assumption("tax", 1);
        population.put("dimensions", List.of(Map.of("name", "group")));
        population.put(
                "margins",
                List.of(Map.of(
                        "name", "groups", "dimensions", List.of("group"), "table", "groups", "count", "people")));
        population.put("network", Map.of("mean_degree", 6));
        simulation.put("replicates", 10);
        simulation.put(
                "drivers", List.of(Map.of("variable", "tax", "effect", 0.5, "effect_sd", 0.1, "reason", "assumed")));
    }

    /** The months from January 2020 on, by their number from 0. */
    Chain figures(int months, DoubleUnaryOperator whole, DoubleUnaryOperator part) {
        var csv = new StringBuilder("month,whole,part\n");
        for (int month = 0; month < months; month++) {
            csv.append(month(month)).append(',').append(StrictMath.rint(whole.applyAsDouble(month)));
            csv.append(',').append(StrictMath.rint(part.applyAsDouble(month))).append('\n');
        }
        return figures(csv.toString());
    }

    static String month(int number) {
        return "%04d-%02d".formatted(FIRST_YEAR + number / 12, number % 12 + 1);
    }

    Chain figures(String csv) {
        Map<String, Object> counts = Map.of("type", "number", "aggregation", "sum", "minimum", 0, "optional", true);
        return source(
                "figures",
                csv,
                Map.of(
                        "time_column",
                        "month",
                        "columns",
                        Map.of("whole", counts, "part", counts),
                        "derived",
                        List.of(Map.of(
                                "name",
                                "share",
                                "unit",
                                "share",
                                "operation",
                                "ratio",
                                "of",
                                List.of("part", "whole")))));
    }

    Chain source(String name, String csv, Map<String, Object> config) {
        var all = new LinkedHashMap<String, Object>(config);
        all.put("path", name + ".csv");
        all.put("citation", "the test");
        sources.put(name, new DataSource(name, "csv", all));
        return file(name + ".csv", csv);
    }

    /** The text of a file, with something written below it. */
    Chain append(String name, String lines) {
        try {
            return file(name, Files.readString(folder.resolve(name)) + lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Chain file(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assumption(String name, double value) {
        sources.put(
                "assumptions",
                new DataSource(
                        "assumptions",
                        "values",
                        Map.of(
                                "citation",
                                "the test",
                                "variables",
                                List.of(Map.of("name", name, "unit", "share", "value", value)))));
    }

    Chain override(String field, double value) {
        overrides.add(new DataOverride(field, value, "the analyst knows better"));
        return this;
    }

    Chain population(String key, Object value) {
        population.put(key, value);
        return this;
    }

    Chain simulation(String key, Object value) {
        simulation.put(key, value);
        return this;
    }

    Chain households(int size) {
        households = size;
        return this;
    }

    Chain asking(String variable, double above, String lastMonth) {
        target = variable;
        threshold = above;
        until = lastMonth;
        return this;
    }

    Chain asOf(String month) {
        asOf = month;
        return this;
    }

    /** Everything that came out. */
    record Result(
            DataPackage data,
            CausalGraph graph,
            Population population,
            @Nullable Outcome outcome,
            List<Hindcast> hindcasts,
            List<ReasonerMember> reasonings,
            Forecast forecast,
            ExplanationGenerator.Request told,
            ReportContent report,
            EngineContext context) {

        TableData table(String name) {
            return TABLES.read(data.table(name).orElseThrow(), context);
        }
    }

    Result go() {
        Engines engines = LocalEngines.readingFrom(folder);
        var context = new RecordingContext();
        var task = new PredictionTask(
                "Will it?",
                target,
                PredictionTask.Comparison.ABOVE,
                threshold,
                until,
                until,
                PredictionTask.Occasion.OVER_PERIOD,
                asOf);
        DataPackage data = engines.dataOrchestrator().build(pinned(engines, task, context), context);
        CausalGraph graph = engines.causalGraph()
                .graph(new CausalGraphEngine.Request(data, List.of(new StatedEdge("tax", target, "assumed"))), context);
        Population people = engines.populationSynthesizer()
                .synthesize(
                        new PopulationSynthesizer.Request(data, population, Map.of(), Map.of(), households, 1),
                        context);
        int horizon = Math.max(12, number(until) - number(requireNonNull(data.asOf())));
        var request =
                new SimulationEngine.Request(task, data, people, Map.of(), Map.of(), List.of(), simulation, horizon, 1);
        List<String> all = engines.ensembleAggregator().backtestOrigins(data, task);
        List<String> origins = all.subList(Math.max(0, all.size() - ORIGINS), all.size());
        var members = new ArrayList<Member>();
        var absent = new ArrayList<Absent>();
        Outcome outcome = null;
        List<Hindcast> hindcasts = List.of();
        if (engines.simulation().models(task, data)) {
            outcome = outcome(engines.simulation().start(request, context), context);
            hindcasts = engines.simulation().hindcast(request, origins, 12, context);
            members.add(new Member("simulation", outcome.paths(), hindcasts));
        }
        List<Double> effect = outcome == null ? List.of() : outcome.effect();
        List<ReasonerMember> reasonings =
                reasonings(engines, new Reasoner.Request(request, graph, effect, origins), absent, context);
        Forecast forecast = engines.ensembleAggregator()
                .aggregate(
                        new EnsembleAggregator.Request(task, data, members, reasonings, absent, effect, horizon, 1),
                        context);
        var summary = new SimulationSummary(
                outcome == null ? 0 : outcome.paths().size(),
                outcome == null ? 0 : outcome.periods().size(),
                1,
                outcome == null ? Map.of() : outcome.parameters(),
                outcome == null ? List.of() : outcome.caveats());
        var told = new ExplanationGenerator.Request(
                "A chain",
                task,
                data,
                people,
                graph,
                List.of(new ScenarioResult("Base", "", Map.of(), Map.of(), List.of(), summary, forecast, reasonings)),
                ReportConfig.standard(),
                List.of(new Engine.Provenance("engine", "1")));
        ReportContent report = engines.explanationGenerator().explain(told, context);
        return new Result(data, graph, people, outcome, hindcasts, reasonings, forecast, told, report, context);
    }

    private BuildRequest pinned(Engines engines, PredictionTask task, RecordingContext context) {
        List<PinnedSource> pinned = new ArrayList<>();
        for (DataSource source : sources.values()) {
            pinned.add(new PinnedSource(
                    source, engines.dataOrchestrator().fetch(source, context).raw()));
        }
        return new BuildRequest(pinned, overrides, task);
    }

    private static int number(String month) {
        return 12 * Integer.parseInt(month.substring(0, 4)) + Integer.parseInt(month.substring(5));
    }

    private static Outcome outcome(SimulationRun run, RecordingContext context) {
        while (run.tick() < run.totalTicks()) {
            run.step(context);
        }
        return requireNonNull(run.outcome());
    }

    private static List<ReasonerMember> reasonings(
            Engines engines, Reasoner.Request request, List<Absent> absent, RecordingContext context) {
        Map<String, Optional<Reasoner>> known = new LinkedHashMap<>();
        known.put("graph of thoughts", engines.graphOfThoughts());
        known.put("tree search", engines.treeSearch());
        known.put("debate", engines.debate());
        var members = new ArrayList<ReasonerMember>();
        known.forEach((name, reasoner) -> {
            try {
                members.add(new ReasonerMember(name, reasoner.orElseThrow().reason(request, context)));
            } catch (EngineException refused) {
                absent.add(new Absent(name, String.valueOf(refused.getMessage())));
            }
        });
        return members;
    }
}
