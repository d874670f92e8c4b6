package io.futureos.studio.action;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;

/** The contract's {@code WorkbenchAction}: who asks what of which project. */
public record WorkbenchRequest(ProjectId project, UserId user, WorkbenchAction action) {

    public WorkbenchRequest {
        requireNonNull(project, "project");
        requireNonNull(user, "user");
        requireNonNull(action, "action");
    }
}
