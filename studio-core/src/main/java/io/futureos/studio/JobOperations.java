package io.futureos.studio;

import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.StorageException;
import java.time.Duration;
import java.util.List;

/**
 * The long work of a project. Safe for use by several threads.
 *
 * <p>Each method throws {@link NotFoundException} if the project has no such job, {@link ProjectNotFoundException} if there
 * is no such project that the user may see, and {@link StorageException} if the storage fails.
 */
public interface JobOperations {

    /** The jobs that wait or run, by lane. */
    List<JobStatus> atWork(ProjectId project, UserId user);

    /** How far the job is; one that ended is known for 30 days, and longer if the journal tells what became of it. */
    JobStatus status(ProjectId project, UserId user, JobId job);

    /**
     * Waits until the job has ended, at whatever node it runs.
     *
     * @param patience how long at most
     * @return how far the job is then
     * @throws InterruptedException if the thread is interrupted; the job goes on
     */
    JobStatus await(ProjectId project, UserId user, JobId job, Duration patience) throws InterruptedException;

    /**
     * Ends the job without a result, if it has not ended yet. Takes an editor.
     *
     * @throws AccessDeniedException if the user's role does not reach
     * @throws StorageException if the storage fails; it is unknown then whether the job was cancelled, and cancelling it
     *     again does no harm
     */
    JobStatus cancel(ProjectId project, UserId user, JobId job);
}
