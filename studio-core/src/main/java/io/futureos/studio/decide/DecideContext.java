package io.futureos.studio.decide;

import io.futureos.studio.change.Edits;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.LiveRun;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.workflow.Assessment;
import io.futureos.studio.workflow.WorkflowGraph;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a decision rests on besides the action.
 *
 * @param actor who asks
 * @param now when
 * @param ids gives a new id each time
 * @param assessment the project and what is current in it
 * @param formats that reports can be exported to
 * @param delivers whether reports are delivered by schedule
 * @param live how far a scenario's run is at this moment, if it runs
 */
public record DecideContext(
        UserId actor,
        Instant now,
        Supplier<UUID> ids,
        Assessment assessment,
        WorkflowGraph graph,
        Limits limits,
        Set<ExportFormat> formats,
        boolean delivers,
        Function<ScenarioId, Optional<LiveRun>> live) {

    public Project project() {
        return assessment.project();
    }

    /** What would be current if these edits were made. */
    Assessment after(Edits edits) {
        return edits.paths().isEmpty() ? assessment : assessment.after(edits.applied(), edits.paths());
    }
}
