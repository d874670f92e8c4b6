package io.futureos.studio.storage;

import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.ProjectId;
import java.time.Instant;
import java.util.Optional;

/**
 * How far jobs are, for whoever asks at any node. Implementations are safe for use by several threads; each passes {@code
 * JobStatusesContract}.
 */
public interface JobStatuses {

    /** Keeps the status, unless the job has ended already: an end is for good. */
    void put(ProjectId project, JobStatus status, Instant at);

    /** What was kept last of a job of this project. */
    Optional<JobStatus> find(ProjectId project, JobId job);

    /** Forgets jobs of which nothing was heard since {@code instant}. */
    void forgetBefore(Instant instant);
}
