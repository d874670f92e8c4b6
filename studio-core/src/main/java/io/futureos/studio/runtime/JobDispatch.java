package io.futureos.studio.runtime;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobRef;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.JobQueue;
import io.futureos.studio.storage.JobQueue.JobStation;
import io.futureos.studio.storage.JobQueue.JobWorker;
import io.futureos.studio.storage.QueuedJob;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's door to the queue of jobs. The journal says which jobs there are; what can't be put into the queue now, or was
 * asked for by a node that died before it could, is put there by a later sweep of any node. Safe for use by several threads.
 */
final class JobDispatch implements JobStarter, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobDispatch.class);
    private static final int REMEMBERED = 10_000;

    private final JobBoard board;
    private final Set<JobId> submitted = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<JobId, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));
    private volatile @Nullable JobStation station;

    JobDispatch(JobBoard board) {
        this.board = board;
    }

    /** From now on this node takes part. */
    void open(JobQueue queue, JobWorker worker, Executor threads) {
        station = queue.join(worker, threads);
    }

    @Override
    public void start(ProjectId project, Lane lane, JobRef job) {
        if (submitted.add(job.id())) { // else a sweep was faster, and the job may be at work
            board.post(project, JobStatus.queued(job.id(), lane));
            submit(new QueuedJob(job.id(), project, lane));
        }
    }

    @Override
    public void lostItsLane(ProjectId project, Lane lane, JobRef job) {
        board.lostItsLane(project, lane, job.id());
    }

    /** Puts jobs into the queue that this node has not put there itself. */
    void rescue(Project project) {
        for (Map.Entry<CellPath, Object> cell : project.under(CellPath.of("job"))) {
            if (cell.getValue() instanceof JobRef job && submitted.add(job.id())) {
                submit(new QueuedJob(job.id(), project.id(), Cells.laneOf(cell.getKey())));
            }
        }
    }

    private void submit(QueuedJob job) {
        try {
            requireNonNull(station, "the dispatch is open").submit(job);
        } catch (RuntimeException e) {
            submitted.remove(job.id());
            LOG.warn("{} could not be put into the queue; the next sweep tries again", job, e);
        }
    }

    /** Says that this node lives, and takes what is due. */
    void poll() {
        requireNonNull(station, "the dispatch is open").poll();
    }

    @Override
    public void close() {
        requireNonNull(station, "the dispatch is open").close();
    }
}
