package io.futureos.studio.runtime;

import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Failure;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectState.ScenarioState;
import io.futureos.studio.model.RunControl;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.ScenarioStatus;
import io.futureos.studio.workflow.Assessment;
import io.futureos.studio.workflow.Causes;
import io.futureos.studio.workflow.LaneState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scenario and its run, as the contract shows them.
 *
 * @param pausing whether somebody wants the run to pause
 */
record RunView(Lane lane, ScenarioState state, boolean pausing) {

    static RunView of(Assessment assessment, ScenarioId id) {
        Project project = assessment.project();
        LaneState run = assessment.lane(Lane.scenario(id));
        Failure failure = Failures.of(assessment, run.lane());
        var state = new ScenarioState(
                id,
                project.get(Cells.scenarioName(id)).orElse(""),
                project.get(Cells.scenarioDescription(id)).orElse(""),
                status(project, run, failure),
                uuid(run, "simulation_id"),
                uuid(run, "ensemble_id"),
                run.isStale(),
                new OnDemand<>(() -> Causes.of(assessment, run.lane())),
                failure);
        boolean pausing = project.get(Cells.runControl(id))
                .filter(RunControl.PAUSED::equals)
                .isPresent();
        return new RunView(run.lane(), state, pausing);
    }

    boolean isRunning() {
        return state.status() == ScenarioStatus.RUNNING;
    }

    /** Whether the run has to be started for the scenario to be complete. */
    boolean isNeeded() {
        return !isRunning() && state.status() != ScenarioStatus.COMPLETED;
    }

    private static ScenarioStatus status(Project project, LaneState run, @Nullable Failure failure) {
        if (project.get(Cells.job(run.lane())).isPresent()) {
            return ScenarioStatus.RUNNING;
        }
        if (run.isCurrent()) {
            return ScenarioStatus.COMPLETED;
        }
        return failure == null ? ScenarioStatus.DEFINED : ScenarioStatus.FAILED;
    }

    private static @Nullable UUID uuid(LaneState lane, String name) {
        Output shown = lane.shown();
        return shown != null && shown.summary().get(name) instanceof String text ? UUID.fromString(text) : null;
    }
}
