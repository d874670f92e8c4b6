package io.futureos.studio.runtime;

import io.futureos.studio.change.Change;
import io.futureos.studio.change.Revision;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Failure;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobRef;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.JobStatus.State;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
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
                if (change.after().orElse(null) instanceof JobRef ref
                        && ref.id().equals(job)) {
                    status = Optional.of(JobStatus.queued(job, Cells.laneOf(change.path())));
                } else if (change.before().orElse(null) instanceof JobRef ref
                        && ref.id().equals(job)) {
                    status = Optional.of(end(revision, ref, JobStatus.queued(job, Cells.laneOf(change.path()))));
                }
            }
        }
        return status;
    }

    /** How the modification log calls it when a job comes to its end by itself. */
    static String homecoming(JobRef job) {
        return job.task() + "_result";
    }

    /** The revision took the job's lane away; what else it did tells why. */
    private static JobStatus end(Revision revision, JobRef ref, JobStatus job) {
        if (!revision.action().equals(homecoming(ref))) {
            return job.ended(State.CANCELLED);
        }
        boolean made = false;
        for (Change<?> change : revision.changes()) {
            Object set = change.after().orElse(null);
            if (set instanceof Failure failure && failure.job().equals(job.id())) {
                return job.failed(failure.code(), failure.message());
            }
            made |= set instanceof Output;
        }
        boolean paused = job.lane().kind() == Lane.Kind.SCENARIO && !made;
        return job.ended(paused ? State.PAUSED : State.SUCCEEDED);
    }
}
