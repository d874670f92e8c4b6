package io.futureos.studio.examples.quickstart;

import io.futureos.studio.ProjectCreate;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.action.DataAction.ExploreSources;
import io.futureos.studio.action.DataAction.RefreshData;
import io.futureos.studio.action.PopulationAction.Regenerate;
import io.futureos.studio.action.PopulationAction.ViewArchetypes;
import io.futureos.studio.action.ReportAction.Export;
import io.futureos.studio.action.ReportAction.Generate;
import io.futureos.studio.action.ScenarioAction.CompareScenarios;
import io.futureos.studio.action.ScenarioAction.RunScenario;
import io.futureos.studio.action.SimulationAction.Replay;
import io.futureos.studio.action.Template;
import io.futureos.studio.action.WorkbenchAction;
import io.futureos.studio.engine.DataPackage.SourceNote;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.ExplanationGenerator.SimulationSummary;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.JobStatus.State;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectState.ScenarioState;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.WorkbenchResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Takes one project through the five workbenches, from its template to its report. What an engine can't do is thrown as its
 * {@link EngineException}, and what a rule refuses as {@link io.futureos.studio.RefusedException}.
 */
final class Walkthrough {

    /** As many as there are workbenches. */
    static final int STEPS = 5;

    private static final UserId ANALYST = UserId.of("6f1c2a6e-3d0b-4d61-9a52-0c1f6b1d7a01");
    private static final String NO_SCENARIOS = "config_scenarios";
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final StudioOrchestrator studio;
    private final ProjectId project;
    private final Progress progress;

    private Walkthrough(StudioOrchestrator studio, ProjectId project, Progress progress) {
        this.studio = studio;
        this.project = project;
        this.progress = progress;
    }

    /** Creates the project that the template describes. */
    static Walkthrough start(StudioOrchestrator studio, Template template, Progress progress) {
        var create = new ProjectCreate(ANALYST, template.name(), null);
        return new Walkthrough(
                studio, studio.projects().create(create, template).projectId(), progress);
    }

    /** Collects the data. */
    void data() throws InterruptedException {
        progress.begin("Data");
        run(Lane.Kind.DATA, new RefreshData(true));
        List<SourceNote> notes = objects(act(new ExploreSources()).result(), "source_notes").stream()
                .map(note -> StudioJson.fromOpen(note, SourceNote.class))
                .toList();
        long rows = notes.stream().mapToLong(SourceNote::rows).sum();
        progress.done(text("%d sources, %,d rows", notes.size(), rows) + leftOut(notes));
    }

    private static String leftOut(List<SourceNote> notes) {
        long rows = notes.stream().mapToLong(SourceNote::rowsAfterAsOf).sum();
        return rows == 0 ? "" : text("; %,d later than as-of left out", rows);
    }

    /** Makes the population. */
    void population() throws InterruptedException {
        progress.begin("Population");
        run(Lane.Kind.POPULATION, new Regenerate(null, null));
        Population made = StudioJson.fromOpen(act(new ViewArchetypes()).result(), Population.class);
        progress.done(text(
                "%,d households of %d archetypes, %.1f neighbours each",
                made.size(), made.archetypes().size(), made.network().meanDegree()));
    }

    /** Runs every scenario and compares them. */
    Forecasts scenarios() throws InterruptedException {
        progress.begin("Scenarios");
        List<ScenarioId> scenarios = scenarioIds();
        if (scenarios.isEmpty()) {
            throw new EngineException(NO_SCENARIOS, "/scenarios is empty; give at least one.");
        }
        run(Lane.Kind.SCENARIO, scenarios.stream().map(RunScenario::new).toArray(WorkbenchAction[]::new));
        List<Map<String, Object>> compared =
                objects(act(new CompareScenarios(scenarios)).result(), "scenarios");
        progress.done(text("%d scenarios run and compared", compared.size()));
        PredictionTask task = StudioJson.fromOpen(state().predictionTask(), PredictionTask.class);
        return new Forecasts(task, target(task), seed(compared.get(0)), named(compared));
    }

    private List<ScenarioId> scenarioIds() {
        return state().scenarios().stream().map(ScenarioState::scenarioId).toList();
    }

    private Variable target(PredictionTask task) {
        return objects(act(new ExploreSources()).result(), "variables").stream()
                .map(variable -> StudioJson.fromOpen(variable, Variable.class))
                .filter(variable -> variable.name().equals(task.targetVariable()))
                .findFirst()
                .orElseThrow();
    }

    private static long seed(Map<String, Object> compared) {
        return StudioJson.fromOpen(compared.get("simulation"), SimulationSummary.class)
                .seed();
    }

    private static List<Forecasts.Named> named(List<Map<String, Object>> compared) {
        return compared.stream()
                .map(scenario -> new Forecasts.Named(
                        String.valueOf(scenario.get("name")),
                        StudioJson.fromOpen(scenario.get("forecast"), Forecast.class)))
                .toList();
    }

    /** Looks at the last month of the first scenario's run, as the simulation console would. */
    void simulation() {
        progress.begin("Simulation");
        Integer months = state().workbenchStates().simulation().totalTicks();
        if (months == null) {
            progress.done("nothing to replay: the simulation does not model this variable");
            return;
        }
        act(new Replay(scenarioIds().get(0), months));
        progress.done(text("%d simulated months, ready for replay", months));
    }

    /** Writes the report, in all formats at the same time. */
    void report(ReportFormats formats) throws InterruptedException {
        progress.begin("Report");
        run(Lane.Kind.REPORT, new Generate(null));
        run(Lane.Kind.EXPORT, formats.formats().stream().map(Export::new).toArray(WorkbenchAction[]::new));
        int sections =
                studio.reports().latest(project, ANALYST).content().sections().size();
        progress.done(text("%d sections, as %s", sections, formats.named()));
    }

    byte[] exported(ExportFormat format) {
        return studio.reports().exported(project, ANALYST, format);
    }

    ProjectState state() {
        return studio.projects().load(project, ANALYST);
    }

    /** Starts what the actions ask for, side by side, and waits for all of it. */
    private void run(Lane.Kind kind, WorkbenchAction... actions) throws InterruptedException {
        var meter = new JobMeter(kind, actions.length, progress);
        try (var watching = studio.projects().watch(project, ANALYST, meter)) {
            Objects.requireNonNull(watching);
            var jobs = new ArrayList<JobId>();
            for (WorkbenchAction action : actions) {
                jobs.add(Objects.requireNonNull(act(action).jobId(), "the job of " + action.name()));
            }
            for (JobId job : jobs) {
                await(job);
            }
        }
    }

    private void await(JobId job) throws InterruptedException {
        JobStatus status = studio.jobs().status(project, ANALYST, job);
        while (!status.state().isEnd()) {
            status = studio.jobs().await(project, ANALYST, job, PATIENCE);
        }
        if (status.state() == State.SUCCEEDED) {
            return;
        }
        String error = String.valueOf(status.error());
        if (status.state() == State.FAILED && !"internal_error".equals(status.errorCode())) {
            throw new EngineException(String.valueOf(status.errorCode()), error);
        }
        throw new IllegalStateException("The job of " + status.lane() + " ended as " + status.state() + ": " + error);
    }

    private WorkbenchResponse act(WorkbenchAction action) {
        return studio.workbench().execute(project, ANALYST, action);
    }

    private static List<Map<String, Object>> objects(Map<String, Object> answer, String key) {
        Stream<?> all = answer.get(key) instanceof List<?> list ? list.stream() : Stream.of();
        return all.map(StudioJson::toOpen).toList();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
