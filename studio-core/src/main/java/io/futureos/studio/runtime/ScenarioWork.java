package io.futureos.studio.runtime;

import io.futureos.studio.change.Edits;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.engine.EnsembleAggregator;
import io.futureos.studio.engine.EnsembleAggregator.Absent;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.Member;
import io.futureos.studio.engine.EnsembleAggregator.ReasonerMember;
import io.futureos.studio.engine.ExplanationGenerator.SimulationSummary;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.engine.SimulationEngine.Outcome;
import io.futureos.studio.engine.SimulationEngine.SimulationRun;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.live.LiveChannel;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Defaults;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.RunRecord;
import io.futureos.studio.model.Scenario;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.workflow.Inputs;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs a scenario: simulates it month by month, asks the reasoners, and pools everything into a forecast. */
final class ScenarioWork implements LaneWork {

    private static final int SHORTEST_HORIZON = 12;
    private static final int LONGEST_HORIZON = 120;

    private final Engines engines;
    private final SimulationEngine simulation;
    private final EnsembleAggregator ensemble;
    private final LiveChannel live;

    ScenarioWork(Engines engines, LiveChannel live) {
        this.engines = engines;
        this.live = live;
        this.simulation = engines.simulation();
        this.ensemble = engines.ensembleAggregator();
    }

    @Override
    public Finished run(Job job) {
        Scenario scenario = Scenario.of(job.project(), job.lane().scenarioId()).orElseThrow();
        SimulationEngine.Request request = request(job, scenario);
        if (!simulation.models(request.task(), request.data())) {
            return forecast(job, scenario, request, null);
        }
        job.phase(0, 0.5);
        ScenarioSimulation run = new ScenarioSimulation(job, scenario, simulation, request, live);
        boolean atTheEnd = run.go();
        if (!atTheEnd) {
            RunRecord paused = run.record(job.inputs(), true);
            return Finished.paused(
                    "The run of scenario \"" + scenario.name() + "\" stands at tick " + paused.tick(),
                    result -> result.recorded(paused));
        }
        return forecast(job, scenario, request, run);
    }

    private static SimulationEngine.Request request(Job job, Scenario scenario) {
        return request(
                job.project(),
                scenario,
                job.current(Lane.QUESTION, PredictionTask.class),
                job.current(Lane.DATA, DataPackage.class),
                job.current(Lane.POPULATION, Population.class));
    }

    /** What the simulation of the project's scenario is asked. */
    static SimulationEngine.Request request(
            Project project, Scenario scenario, PredictionTask task, DataPackage data, Population population) {
        Map<String, Object> config =
                new LinkedHashMap<>(project.get(Cells.simulationConfig()).orElse(Map.of()));
        config.remove(AnalystsGraph.KEY);
        long seed = config.remove("seed") instanceof Long given ? given : Defaults.SEED;
        return new SimulationEngine.Request(
                task,
                data,
                population,
                scenario.overrides(),
                OpenValue.map(scenario.adjustments()),
                scenario.shocks(),
                config,
                horizon(task, data),
                seed);
    }

    /** From the month after as-of to the end of the question's period, but at least a year. */
    private static int horizon(PredictionTask task, DataPackage data) {
        YearMonth asOf = YearMonth.parse(Objects.requireNonNull(data.asOf(), "the package's as-of month"));
        long months = ChronoUnit.MONTHS.between(asOf, YearMonth.parse(task.to()));
        return (int) Math.min(LONGEST_HORIZON, Math.max(SHORTEST_HORIZON, months));
    }

    /**
     * A run with injected shocks has other inputs than its scenario has: those that the scenario would have if it had adopted
     * them. So adopting them makes this run the scenario's own.
     */
    private static Inputs inputs(Job job, @Nullable ScenarioSimulation run) {
        if (run == null || run.injected().isEmpty()) {
            return job.inputs();
        }
        var edits = new Edits(job.project());
        ScenarioId scenario = job.lane().scenarioId();
        run.injected().forEach(shock -> edits.set(Cells.scenarioShock(scenario, job.newId()), shock));
        return Objects.requireNonNull(job.assessment()
                .after(edits.applied(), edits.paths())
                .lane(job.lane())
                .inputs());
    }

    /** Makes a forecast that nobody watches, and that no run of the project is about. */
    Forecast unwatched(Job job, Project project, SimulationEngine.Request request) {
        if (!simulation.models(request.task(), request.data())) {
            return pooled(job, project, request, null).forecast();
        }
        job.phase(0, 0.5);
        SimulationRun run = simulation.start(request, job);
        while (run.tick() < run.totalTicks()) {
            run.step(job);
        }
        return pooled(job, project, request, run.outcome()).forecast();
    }

    private Finished forecast(
            Job job, Scenario scenario, SimulationEngine.Request request, @Nullable ScenarioSimulation run) {
        Outcome outcome = run == null ? null : run.outcome();
        Pooled pooled = pooled(job, job.project(), request, outcome);
        return finished(job, scenario, request, run, outcome, pooled.forecast(), pooled.reasonings());
    }

    /** A forecast with what the reasoners said. */
    private record Pooled(Forecast forecast, List<ReasonerMember> reasonings) {}

    private Pooled pooled(Job job, Project project, SimulationEngine.Request request, @Nullable Outcome outcome) {
        var members = new ArrayList<Member>();
        var absent = new ArrayList<Absent>();
        List<String> origins = ensemble.backtestOrigins(request.data(), request.task());
        if (outcome == null) {
            absent.add(
                    new Absent("simulation", "does not model " + request.task().targetVariable()));
        } else {
            job.phase(0.5, 0.7);
            members.add(new Member(
                    "simulation", outcome.paths(), simulation.hindcast(request, origins, SHORTEST_HORIZON, job)));
        }
        List<Double> effect = outcome == null ? List.of() : outcome.effect();
        Reasoners reasoners = new Reasoners(engines).ask(job, project, request, effect, origins, 0.7, 0.9);
        absent.addAll(reasoners.absent());
        job.phase(0.9, 1);
        Forecast forecast = ensemble.aggregate(
                new EnsembleAggregator.Request(
                        request.task(),
                        request.data(),
                        members,
                        reasoners.members(),
                        absent,
                        effect,
                        request.horizon(),
                        request.seed()),
                job);
        return new Pooled(forecast, reasoners.members());
    }

    private Finished finished(
            Job job,
            Scenario scenario,
            SimulationEngine.Request request,
            @Nullable ScenarioSimulation run,
            @Nullable Outcome outcome,
            Forecast forecast,
            List<ReasonerMember> reasonings) {
        var summary = new SimulationSummary(
                outcome == null ? 0 : outcome.paths().size(),
                outcome == null ? 0 : outcome.periods().size(),
                request.seed(),
                outcome == null ? Map.of() : outcome.parameters(),
                outcome == null ? List.of() : outcome.caveats());
        var stored = new ScenarioRun(summary, outcome, forecast, reasonings);
        Inputs inputs = inputs(job, run);
        UUID simulationId = job.newId();
        Output output = job.output(
                simulationId,
                Fingerprint.of(StudioJson.writeBytes(stored)),
                job.storeJson(stored),
                Map.of(
                        "simulation_id", simulationId.toString(),
                        "ensemble_id", job.newId().toString(),
                        "event_probability", forecast.eventProbability()),
                inputs,
                ensemble);
        RunRecord record = run == null ? null : run.record(job.inputs(), false);
        return Finished.done("Ran scenario \"" + scenario.name() + "\"", result -> {
            result.made(job.lane(), inputs.fingerprint(), output);
            if (record != null) {
                result.recorded(record);
            }
        });
    }
}
