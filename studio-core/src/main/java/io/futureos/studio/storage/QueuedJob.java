package io.futureos.studio.storage;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.JobId;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.ProjectId;

/** A job that waits for a node to run it. What it is to do stands in the project's cell {@code job/{lane}}. */
public record QueuedJob(JobId id, ProjectId project, Lane lane) {

    public QueuedJob {
        requireNonNull(id, "id");
        requireNonNull(project, "project");
        requireNonNull(lane, "lane");
    }
}
