package io.futureos.studio.runtime;

import io.futureos.studio.JobOperations;
import io.futureos.studio.NotFoundException;
import io.futureos.studio.access.Operation;
import io.futureos.studio.change.Edits;
import io.futureos.studio.decide.Decision.Accepted;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The long work of a project. */
final class JobService implements JobOperations {

    private final OneWay oneWay;
    private final JobBoard board;

    JobService(OneWay oneWay, JobBoard board) {
        this.oneWay = oneWay;
        this.board = board;
    }

    @Override
    public JobStatus status(ProjectId project, UserId user, JobId job) {
        return entry(project, user, job).status();
    }

    @Override
    public JobStatus await(ProjectId project, UserId user, JobId job, Duration patience) throws InterruptedException {
        return board.await(entry(project, user, job), patience);
    }

    @Override
    public JobStatus cancel(ProjectId project, UserId user, JobId job) {
        Lane lane = entry(project, user, job).status().lane();
        oneWay.take(project, Request.of(user, Operation.CANCEL_JOB, context -> {
            var edits = new Edits(context.project());
            context.project()
                    .get(Cells.job(lane))
                    .filter(owner -> owner.id().equals(job))
                    .ifPresent(owner -> release(edits, lane));
            return new Accepted(edits.changes(), Map.of(), List.of(), "Cancelled the job of " + lane);
        }));

        return status(project, user, job);
    }

    private static void release(Edits edits, Lane lane) {
        edits.clear(Cells.job(lane));
        if (lane.kind() == Lane.Kind.SCENARIO) {
            edits.clear(Cells.runControl(lane.scenarioId()));
        }
    }

    private JobBoard.Posted entry(ProjectId project, UserId user, JobId job) {
        oneWay.read(project, user, Operation.FOLLOW_JOB);
        return board.find(job)
                .filter(entry -> entry.project().equals(project))
                .orElseThrow(() -> new NotFoundException("job_not_found", "The project has no job " + job + "."));
    }
}
