package io.futureos.studio.examples.analysts;

import io.futureos.studio.LiveSession;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.action.WorkbenchAction;
import io.futureos.studio.action.WorkbenchRequest;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.WorkbenchResponse;
import java.time.Duration;

/** Somebody who works on the project, at the Studio of their own office. */
public record Analyst(UserId id, StudioOrchestrator studio, ProjectId project) {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    public ProjectState state() {
        return studio.projects().load(project, id);
    }

    LiveSession open() {
        return studio.collaboration().join(project, id);
    }

    public WorkbenchResponse does(WorkbenchAction action) {
        return studio.workbench().execute(project, id, action);
    }

    /** Does it on top of what the analyst was looking at, and of nothing newer. */
    WorkbenchResponse does(WorkbenchAction action, long seen) {
        return studio.workbench().execute(new WorkbenchRequest(project, id, action, null, seen));
    }

    /** Does it and waits for the job that it started, if it started one. */
    public JobStatus.State getsDone(WorkbenchAction action) throws InterruptedException {
        JobId job = does(action).jobId();
        return job == null ? JobStatus.State.SUCCEEDED : awaits(job);
    }

    JobStatus.State awaits(JobId job) throws InterruptedException {
        JobStatus end = studio.jobs().await(project, id, job, PATIENCE);
        if (end.state() != JobStatus.State.SUCCEEDED && end.state() != JobStatus.State.PAUSED) {
            throw new IllegalStateException("Job of lane " + end.lane() + " ended as " + end);
        }
        return end.state();
    }
}
