package io.futureos.studio.runtime;

import io.futureos.studio.change.History;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Defaults;
import io.futureos.studio.model.Failure;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.PopulationAdjustment;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectState.CollaboratorState;
import io.futureos.studio.model.ProjectState.DataState;
import io.futureos.studio.model.ProjectState.PopulationState;
import io.futureos.studio.model.ProjectState.ReportState;
import io.futureos.studio.model.ProjectState.ResolutionState;
import io.futureos.studio.model.ProjectState.ScenarioStageState;
import io.futureos.studio.model.ProjectState.ScenarioState;
import io.futureos.studio.model.ProjectState.SimulationState;
import io.futureos.studio.model.ProjectState.StageFreshness;
import io.futureos.studio.model.ProjectState.StalenessCause;
import io.futureos.studio.model.ProjectState.WorkbenchStates;
import io.futureos.studio.model.ReportId;
import io.futureos.studio.model.Resolution;
import io.futureos.studio.model.RunRecord;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.SimulationStatus;
import io.futureos.studio.model.StageStatus;
import io.futureos.studio.model.Stamp;
import io.futureos.studio.model.UserId;
import io.futureos.studio.workflow.Assessment;
import io.futureos.studio.workflow.Causes;
import io.futureos.studio.workflow.Workbench;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the contract's state of a working copy, stage by stage, once the views of its runs are there. */
final class StageViews {

    private final Project project;
    private final History history;
    private final Assessment assessment;
    private final List<RunView> runs;

    StageViews(Project project, History history, Assessment assessment, List<RunView> runs) {
        this.project = project;
        this.history = history;
        this.assessment = assessment;
        this.runs = runs;
    }

    /** @param older a state with the same data and population, to take these parts from; null if there is none */
    ProjectState state(@Nullable ProjectState older) {
        Output task = assessment.lane(Lane.QUESTION).current();
        return new ProjectState(
                project.id(),
                project.get(Cells.owner()).orElseThrow(),
                project.get(Cells.team()).orElse(null),
                project.get(Cells.projectName()).orElseThrow(),
                project.get(Cells.projectDescription()).orElse(""),
                project.createdAt(),
                project.updatedAt(),
                project.get(Cells.version()).orElse(1L).intValue(),
                assessment.status(),
                id(Lane.QUESTION),
                id(Lane.DATA),
                id(Lane.POPULATION),
                scenarios(),
                older == null
                        ? new WorkbenchStates(data(), population(), scenario(), simulation(), report())
                        : new WorkbenchStates(
                                touchedNow(older.workbenchStates().data()),
                                touchedNow(older.workbenchStates().population()),
                                scenario(),
                                simulation(),
                                report()),
                history.log(),
                collaborators(),
                List.of(),
                project.revision(),
                task == null ? null : task.summary());
    }

    private List<ScenarioState> scenarios() {
        var scenarios = new ArrayList<ScenarioState>(runs.size());
        for (RunView run : runs) {
            scenarios.add(run.state());
        }
        return scenarios;
    }

    private @Nullable UUID id(Lane lane) {
        Output shown = assessment.lane(lane).shown();
        return shown == null ? null : shown.id();
    }

    private DataState data() {
        return new DataState(
                stage(Workbench.DATA, "data"),
                List.copyOf(Cells.dataOverrides().in(project).values()),
                List.copyOf(Cells.sources().in(project).values()),
                touched(Workbench.DATA),
                freshness(Workbench.DATA, Lane.DATA, "refresh_data"));
    }

    /** When a stage was touched last is the history's, not the cells'. */
    private DataState touchedNow(DataState older) {
        return new DataState(
                stage(Workbench.DATA, "data"),
                older.overrides(),
                older.customSources(),
                touched(Workbench.DATA),
                older.freshness());
    }

    private PopulationState population() {
        List<PopulationAdjustment> adjustments =
                new ArrayList<>(Cells.adjustments().in(project).values());
        adjustments.addAll(Cells.archetypes().in(project).values());
        project.get(Cells.targetSize()).ifPresent(size -> adjustments.add(sizeAdjustment(size)));
        return new PopulationState(
                stage(Workbench.POPULATION, "population"),
                adjustments,
                touched(Workbench.POPULATION),
                freshness(Workbench.POPULATION, Lane.POPULATION, "regenerate"));
    }

    private PopulationState touchedNow(PopulationState older) {
        return new PopulationState(
                stage(Workbench.POPULATION, "population"),
                older.adjustments(),
                touched(Workbench.POPULATION),
                older.freshness());
    }

    private PopulationAdjustment sizeAdjustment(long size) {
        return new PopulationAdjustment(
                "size", Map.of("households", Defaults.POPULATION_SIZE), Map.of("households", size));
    }

    private ScenarioStageState scenario() {
        return new ScenarioStageState(
                stage(Workbench.SCENARIO, "scenario"),
                assessment.scenarios().size(),
                touched(Workbench.SCENARIO),
                new StageFreshness(assessment.isStale(Workbench.SCENARIO), List.of(), neededEdits(), null));
    }

    private List<String> neededEdits() {
        if (runs.isEmpty()) {
            return List.of("create_scenario");
        }
        var needed = new ArrayList<String>();
        for (RunView run : runs) {
            if (!assessment.problemsOf(run.lane()).isEmpty()) {
                needed.add("edit_scenario " + run.lane().key());
            }
        }
        return needed;
    }

    private SimulationState simulation() {
        ScenarioId last = project.get(Cells.lastRun()).orElse(null);
        RunRecord record =
                last == null ? null : project.get(Cells.runRecord(last)).orElse(null);
        var needed = new ArrayList<String>();
        for (RunView run : runs) {
            if (run.isNeeded()) {
                needed.add("run_scenario " + run.lane().key());
            }
        }
        return new SimulationState(
                simulationStatus(),
                record == null ? null : record.tick(),
                record == null ? null : record.totalTicks(),
                touched(Workbench.SIMULATION),
                new StageFreshness(
                        assessment.isStale(Workbench.SIMULATION),
                        new OnDemand<>(this::causesOfRuns),
                        needed,
                        failureOfRuns()));
    }

    private @Nullable Failure failureOfRuns() {
        for (RunView run : runs) {
            if (run.state().failure() != null) {
                return run.state().failure();
            }
        }
        return null;
    }

    private List<StalenessCause> causesOfRuns() {
        Set<StalenessCause> causes = new LinkedHashSet<>();
        runs.forEach(run -> causes.addAll(run.state().causes()));
        return List.copyOf(causes);
    }

    private SimulationStatus simulationStatus() {
        boolean active = false;
        boolean paused = false;
        for (RunView run : runs) {
            paused |= run.pausing();
            active |= run.isRunning() && !run.pausing();
        }
        if (active) {
            return SimulationStatus.RUNNING;
        }
        if (paused) {
            return SimulationStatus.PAUSED;
        }
        return assessment.isComplete(Workbench.SIMULATION) ? SimulationStatus.COMPLETE : SimulationStatus.NOT_STARTED;
    }

    private ReportState report() {
        UUID id = id(Lane.REPORT);
        return new ReportState(
                stage(Workbench.REPORT, "report"),
                id == null ? null : new ReportId(id),
                touched(Workbench.REPORT),
                freshness(Workbench.REPORT, Lane.REPORT, "generate"),
                project.get(Cells.resolution()).map(this::resolution).orElse(null));
    }

    private ResolutionState resolution(Resolution resolution) {
        Stamp said =
                Objects.requireNonNull(project.stamps().get(Cells.resolution().path()));
        return new ResolutionState(
                resolution.answer(),
                resolution.value(),
                resolution.knownAt(),
                resolution.source(),
                said.actor(),
                said.at());
    }

    private StageStatus stage(Workbench stage, String room) {
        if (assessment.isComplete(stage)) {
            return StageStatus.COMPLETE;
        }
        boolean started = history.lastTouched().containsKey(stage.wireName())
                || project.under(CellPath.of(room)).iterator().hasNext();
        return started ? StageStatus.IN_PROGRESS : StageStatus.NOT_STARTED;
    }

    /** When somebody last did something there; nobody was there before the project. */
    private Instant touched(Workbench stage) {
        return Objects.requireNonNullElse(history.lastTouched().get(stage.wireName()), project.createdAt());
    }

    /** @param action what makes the stage's output */
    private StageFreshness freshness(Workbench stage, Lane lane, String action) {
        boolean atWork = project.get(Cells.job(lane)).isPresent();
        boolean isNeeded = !atWork && !assessment.lane(lane).isCurrent();
        return new StageFreshness(
                assessment.isStale(stage),
                new OnDemand<>(() -> Causes.of(assessment, lane)),
                isNeeded ? List.of(action) : List.of(),
                failure(lane));
    }

    /** A question that was not understood keeps the data from being built. */
    private @Nullable Failure failure(Lane lane) {
        Failure failure = Failures.of(assessment, lane);
        return failure == null && lane.equals(Lane.DATA) ? Failures.of(assessment, Lane.QUESTION) : failure;
    }

    private List<CollaboratorState> collaborators() {
        var states = new ArrayList<CollaboratorState>();
        Cells.collaborators().in(project).forEach((user, role) -> {
            var id = UserId.of(user);
            Instant active = history.lastActive().get(id);
            states.add(new CollaboratorState(id, role, active == null ? project.createdAt() : active));
        });
        return states;
    }
}
