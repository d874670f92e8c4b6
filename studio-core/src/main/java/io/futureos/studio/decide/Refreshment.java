package io.futureos.studio.decide;

import static io.futureos.studio.decide.Decider.nothingToDo;
import static io.futureos.studio.decide.Decider.started;

import io.futureos.studio.change.Edits;
import io.futureos.studio.decide.Decision.Accepted;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.RunControl;
import io.futureos.studio.model.Scenario;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.Stamp;
import io.futureos.studio.workflow.Assessment;
import io.futureos.studio.workflow.LaneState;
import io.futureos.studio.workflow.Workbench;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what has to be made next so that everything is up to date with figures that were fetched after a moment. */
final class Refreshment {

    private final DecideContext context;
    private final Project project;
    private final Assessment assessment;
    private final Instant since;

    Refreshment(DecideContext context, Instant since) {
        this.context = context;
        this.project = context.project();
        this.assessment = context.assessment();
        this.since = since;
    }

    /** The next step, which may be to wait for jobs; empty if there is nothing left that has not failed already. */
    Optional<Decision> next() {
        if (project.under(CellPath.of("job")).iterator().hasNext()) {
            return Optional.of(nothingToDo("Jobs are at work"));
        }
        if (!Cells.sources().in(project).isEmpty() && !wasTried(Lane.DATA)) {
            return Optional.of(start(Lane.DATA, "fetch", "Started to refresh the data for a scheduled report"));
        }
        if (isWanted(Lane.POPULATION) && assessment.isComplete(Workbench.DATA)) {
            return Optional.of(
                    start(Lane.POPULATION, "synthesize", "Started to generate the population for a scheduled report"));
        }
        Optional<Decision> runs = runs();
        if (runs.isPresent()) {
            return runs;
        }
        return isWanted(Lane.REPORT) && assessment.lane(Lane.REPORT).inputs() != null
                ? Optional.of(start(Lane.REPORT, "generate", "Started to generate a scheduled report"))
                : Optional.empty();
    }

    /** All runs that can be started, at once. */
    private Optional<Decision> runs() {
        var edits = new Edits(project);
        var starter = new RunStart(context);
        int started = 0;
        for (ScenarioId id : Scenario.idsIn(project)) {
            Scenario scenario = Scenario.of(project, id).orElseThrow();
            if (isWanted(Lane.scenario(id)) && !isPaused(id) && starter.start(scenario, edits) instanceof Accepted) {
                started++;
            }
        }
        return started == 0
                ? Optional.empty()
                : Optional.of(Decider.accepted(edits, "Started " + started + " runs for a scheduled report"));
    }

    /** To start a paused run anew would take it from whoever paused it. */
    private boolean isPaused(ScenarioId scenario) {
        return project.get(Cells.runControl(scenario))
                .filter(RunControl.PAUSED::equals)
                .isPresent();
    }

    private Decision start(Lane lane, String task, String summary) {
        return started(context, new Edits(project), lane, task, summary);
    }

    private boolean isWanted(Lane lane) {
        return !assessment.lane(lane).isCurrent() && !wasTried(lane);
    }

    /** Whether the lane made what is current, or failed, since the moment. */
    private boolean wasTried(Lane lane) {
        boolean failed = project.get(Cells.failure(lane)).isPresent()
                && isLater(project.stamps().get(Cells.failure(lane).path()));
        return failed || isLater(stampOfCurrent(assessment.lane(lane)));
    }

    private @Nullable Stamp stampOfCurrent(LaneState lane) {
        Output current = lane.current();
        return current == null || lane.inputs() == null
                ? null
                : project.stamps()
                        .get(Cells.made(lane.lane(), lane.inputs().fingerprint())
                                .path());
    }

    private boolean isLater(@Nullable Stamp stamp) {
        return stamp != null && !stamp.at().isBefore(since);
    }
}
