package io.futureos.studio.testkit.fault;

import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.JobStatuses;
import java.time.Instant;
import java.util.Optional;

/** Statuses of jobs at the other end of a line. */
record FaultyJobStatuses(JobStatuses real, Line line) implements JobStatuses {

    @Override
    public void put(ProjectId project, JobStatus status, Instant at) {
        line.run("jobStatuses.put", () -> real.put(project, status, at));
    }

    @Override
    public Optional<JobStatus> find(ProjectId project, JobId job) {
        return line.call("jobStatuses.find", () -> real.find(project, job));
    }

    @Override
    public void forgetBefore(Instant instant) {
        line.run("jobStatuses.forgetBefore", () -> real.forgetBefore(instant));
    }
}
