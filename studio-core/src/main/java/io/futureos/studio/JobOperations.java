package io.futureos.studio;

import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import java.time.Duration;
import java.util.List;

/**
 * The long work of a project. Safe for use by several threads.
 *
 * <p>Each method throws {@link NotFoundException} if the project has no such job, and {@link ProjectNotFoundException} if
 * there is no such project that the user may see.
 */
public interface JobOperations {

    /** The jobs that wait or run, by lane. */
    List<JobStatus> atWork(ProjectId project, UserId user);

    /** How far the job is; one that ended is known for 30 days, and longer if the journal tells what became of it. */
    JobStatus status(ProjectId project, UserId user, JobId job);

    /**
     * Waits until the job has ended.
     *
     * @param patience how long at most
     * @return how far the job is then
     */
    JobStatus await(ProjectId project, UserId user, JobId job, Duration patience) throws InterruptedException;

    /** Ends the job without a result, if it has not ended yet. Takes an editor. */
    JobStatus cancel(ProjectId project, UserId user, JobId job);
}
