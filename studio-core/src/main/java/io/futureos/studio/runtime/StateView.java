package io.futureos.studio.runtime;

import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
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
import io.futureos.studio.model.ProjectState.ScenarioStageState;
import io.futureos.studio.model.ProjectState.ScenarioState;
import io.futureos.studio.model.ProjectState.SimulationState;
import io.futureos.studio.model.ProjectState.StageFreshness;
import io.futureos.studio.model.ProjectState.WorkbenchStates;
import io.futureos.studio.model.ReportId;
import io.futureos.studio.model.RunControl;
import io.futureos.studio.model.RunRecord;
import io.futureos.studio.model.Scenario;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.ScenarioStatus;
import io.futureos.studio.model.SimulationStatus;
import io.futureos.studio.model.StageStatus;
import io.futureos.studio.model.UserId;
import io.futureos.studio.workflow.Assessment;
import io.futureos.studio.workflow.Causes;
import io.futureos.studio.workflow.LaneState;
import io.futureos.studio.workflow.Workbench;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contract's view of a project, derived from a working copy and from nothing else. */
final class StateView {

    private final WorkingCopy copy;
    private final Project project;
    private final Assessment assessment;

    private StateView(WorkingCopy copy) {
        this.copy = copy;
        this.project = copy.project();
        this.assessment = copy.assessment();
    }

    static ProjectState of(WorkingCopy copy) {
        return new StateView(copy).state();
    }

    private ProjectState state() {
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
                new WorkbenchStates(data(), population(), scenario(), simulation(), report()),
                copy.history().log(),
                collaborators(),
                List.of(),
                project.revision(),
                task == null ? null : task.summary());
    }

    private @Nullable UUID id(Lane lane) {
        Output shown = assessment.lane(lane).shown();
        return shown == null ? null : shown.id();
    }

    private List<ScenarioState> scenarios() {
        var states = new ArrayList<ScenarioState>();
        for (ScenarioId id : Scenario.ordered(
                project,
                new LinkedHashSet<>(
                        assessment.scenarios().stream().map(LaneState::lane).toList()))) {
            LaneState run = assessment.lane(Lane.scenario(id));
            states.add(new ScenarioState(
                    id,
                    project.get(Cells.scenarioName(id)).orElse(""),
                    project.get(Cells.scenarioDescription(id)).orElse(""),
                    status(run),
                    uuid(run, "simulation_id"),
                    uuid(run, "ensemble_id"),
                    run.isStale(),
                    Causes.of(assessment, run.lane())));
        }
        return states;
    }

    private ScenarioStatus status(LaneState run) {
        boolean active = project.get(Cells.job(run.lane())).isPresent();
        if (active) {
            return ScenarioStatus.RUNNING;
        }
        if (run.isCurrent()) {
            return ScenarioStatus.COMPLETED;
        }
        return failedSinceLastEdit(run.lane()) ? ScenarioStatus.FAILED : ScenarioStatus.DEFINED;
    }

    /** An edit of the scenario after its run failed makes it a scenario that was not tried yet. */
    private boolean failedSinceLastEdit(Lane lane) {
        Failure failure = project.get(Cells.failure(lane)).orElse(null);
        if (failure == null) {
            return false;
        }
        for (var stamp : project.stampsUnder(CellPath.of("scenario", lane.key()))) {
            if (stamp.getValue().revision() > failure.basedOn()) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable UUID uuid(LaneState lane, String name) {
        Output shown = lane.shown();
        return shown != null && shown.summary().get(name) instanceof String text ? UUID.fromString(text) : null;
    }

    private DataState data() {
        return new DataState(
                stage(Workbench.DATA, "data"),
                List.copyOf(Cells.dataOverrides().in(project).values()),
                List.copyOf(Cells.sources().in(project).values()),
                touched(Workbench.DATA),
                freshness(Workbench.DATA, Causes.of(assessment, Lane.DATA)));
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
                freshness(Workbench.POPULATION, Causes.of(assessment, Lane.POPULATION)));
    }

    private PopulationAdjustment sizeAdjustment(long size) {
        return new PopulationAdjustment(
                "size", Map.of("households", PopulationWork.DEFAULT_SIZE), Map.of("households", size));
    }

    private ScenarioStageState scenario() {
        return new ScenarioStageState(
                stage(Workbench.SCENARIO, "scenario"),
                assessment.scenarios().size(),
                touched(Workbench.SCENARIO),
                freshness(Workbench.SCENARIO, List.of()));
    }

    private SimulationState simulation() {
        ScenarioId last = project.get(Cells.lastRun()).orElse(null);
        RunRecord record =
                last == null ? null : project.get(Cells.runRecord(last)).orElse(null);
        return new SimulationState(
                simulationStatus(),
                record == null ? null : record.tick(),
                record == null ? null : record.totalTicks(),
                touched(Workbench.SIMULATION),
                freshness(
                        Workbench.SIMULATION,
                        assessment.scenarios().stream()
                                .flatMap(run -> Causes.of(assessment, run.lane()).stream())
                                .distinct()
                                .toList()));
    }

    private SimulationStatus simulationStatus() {
        boolean active = false;
        boolean paused = false;
        for (LaneState run : assessment.scenarios()) {
            boolean wantsPause = project.get(Cells.runControl(run.lane().scenarioId()))
                    .filter(RunControl.PAUSED::equals)
                    .isPresent();
            paused |= wantsPause;
            active |= !wantsPause && project.get(Cells.job(run.lane())).isPresent();
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
        return new ReportState(
                stage(Workbench.REPORT, "report"),
                reportId(),
                touched(Workbench.REPORT),
                freshness(Workbench.REPORT, Causes.of(assessment, Lane.REPORT)));
    }

    private @Nullable ReportId reportId() {
        UUID id = id(Lane.REPORT);
        return id == null ? null : new ReportId(id);
    }

    private StageStatus stage(Workbench stage, String room) {
        if (assessment.isComplete(stage)) {
            return StageStatus.COMPLETE;
        }
        boolean started = copy.history().lastTouched().containsKey(stage.wireName())
                || project.under(CellPath.of(room)).iterator().hasNext();
        return started ? StageStatus.IN_PROGRESS : StageStatus.NOT_STARTED;
    }

    /** When somebody last did something there; nobody was there before the project. */
    private Instant touched(Workbench stage) {
        return Objects.requireNonNullElse(copy.history().lastTouched().get(stage.wireName()), project.createdAt());
    }

    private StageFreshness freshness(Workbench stage, List<ProjectState.StalenessCause> causes) {
        return new StageFreshness(assessment.isStale(stage), causes, Needs.of(assessment, stage));
    }

    private List<CollaboratorState> collaborators() {
        var states = new ArrayList<CollaboratorState>();
        Cells.collaborators().in(project).forEach((user, role) -> {
            var id = UserId.of(user);
            Instant active = copy.history().lastActive().get(id);
            states.add(new CollaboratorState(id, role, active == null ? project.createdAt() : active));
        });
        return states;
    }
}
