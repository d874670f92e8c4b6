package io.futureos.studio.runtime;

import io.futureos.studio.JobOperations;
import io.futureos.studio.NotFoundException;
import io.futureos.studio.access.Operation;
import io.futureos.studio.change.Edits;
import io.futureos.studio.decide.Decision.Accepted;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobRef;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The long work of a project. */
final class JobService implements JobOperations {

    /** How often somebody who waits looks at what other nodes wrote down. */
    private static final Duration LOOKS_EVERY = Duration.ofMillis(200);

    private final OneWay oneWay;
    private final JobBoard board;
    private final Journal journal;

    JobService(OneWay oneWay, JobBoard board, Journal journal) {
        this.oneWay = oneWay;
        this.board = board;
        this.journal = journal;
    }

    @Override
    public List<JobStatus> atWork(ProjectId project, UserId user) {
        var atWork = new ArrayList<JobStatus>();
        Project now = oneWay.read(project, user, Operation.FOLLOW_JOB).project();
        for (Map.Entry<CellPath, Object> cell : now.under(CellPath.of("job"))) {
            if (cell.getValue() instanceof JobRef job) {
                atWork.add(owning(now, Cells.laneOf(cell.getKey()), job.id()));
            }
        }
        return atWork;
    }

    @Override
    public JobStatus status(ProjectId project, UserId user, JobId job) {
        Project now = oneWay.read(project, user, Operation.FOLLOW_JOB).project();
        Optional<Lane> lane = laneOf(now, job);
        return lane.isPresent() ? owning(now, lane.get(), job) : past(project, job);
    }

    private static Optional<Lane> laneOf(Project project, JobId job) {
        for (Map.Entry<CellPath, Object> cell : project.under(CellPath.of("job"))) {
            if (cell.getValue() instanceof JobRef owner && owner.id().equals(job)) {
                return Optional.of(Cells.laneOf(cell.getKey()));
            }
        }
        return Optional.empty();
    }

    private JobStatus owning(Project project, Lane lane, JobId job) {
        return board.find(project.id(), job)
                .filter(status -> !status.state().isEnd())
                .orElseGet(() -> JobStatus.queued(job, lane));
    }

    /** Where the node that worked on the job died before it said how the job ended, the journal tells. */
    private JobStatus past(ProjectId project, JobId job) {
        return board.find(project, job)
                .filter(status -> status.state().isEnd())
                .or(() -> JobHistory.of(journal.after(project, 0), job))
                .orElseThrow(() -> new NotFoundException("job_not_found", "The project has no job " + job + "."));
    }

    @Override
    public JobStatus await(ProjectId project, UserId user, JobId job, Duration patience) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            long seen = board.ends();
            JobStatus status = status(project, user, job);
            Duration left = patience.minusNanos(System.nanoTime() - start);
            if (status.state().isEnd() || left.isNegative() || left.isZero()) {
                return status;
            }
            board.awaitEndAfter(seen, left.compareTo(LOOKS_EVERY) < 0 ? left : LOOKS_EVERY);
        }
    }

    @Override
    public JobStatus cancel(ProjectId project, UserId user, JobId job) {
        Lane lane = status(project, user, job).lane();
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
}
