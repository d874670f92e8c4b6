package io.futureos.studio.runtime;

import io.futureos.studio.change.Change;
import io.futureos.studio.change.Revision;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Failure;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobRef;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.JobStatus.State;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.RunControl;
import java.util.List;
import java.util.Optional;

/** Finds out from the journal what became of a job, where a node died before it could say so. */
final class JobHistory {

    private JobHistory() {}

    /** What the revisions tell of the job; empty if they don't know it. */
    static Optional<JobStatus> of(List<Revision> revisions, JobId job) {
        Optional<JobStatus> status = Optional.empty();
        for (Revision revision : revisions) {
            for (Change<?> change : revision.changes()) {
                if (isOf(job, change.after().orElse(null))) {
                    status = Optional.of(JobStatus.queued(job, Cells.laneOf(change.path())));
                } else if (isOf(job, change.before().orElse(null))) {
                    status = Optional.of(end(revision, JobStatus.queued(job, Cells.laneOf(change.path()))));
                }
            }
        }
        return status;
    }

    private static boolean isOf(JobId job, Object value) {
        return value instanceof JobRef ref && ref.id().equals(job);
    }

    /** The revision took the job's lane away; what else it did tells why. */
    private static JobStatus end(Revision revision, JobStatus job) {
        Lane lane = job.lane();
        JobStatus status = job.ended(State.CANCELLED);
        for (Change<?> change : revision.changes()) {
            Object set = change.after().orElse(null);
            if (set instanceof Failure failure && failure.job().equals(job.id())) {
                return job.failed(failure.code(), failure.message());
            }
            if (set instanceof Output && isBelow(Cells.made(lane).path(), change.path())) {
                return job.ended(State.SUCCEEDED);
            }
            if (set == RunControl.PAUSED && lane.kind() == Lane.Kind.SCENARIO) {
                status = job.ended(State.PAUSED);
            }
        }
        return status;
    }

    private static boolean isBelow(CellPath room, CellPath path) {
        return path.isUnder(room);
    }
}
