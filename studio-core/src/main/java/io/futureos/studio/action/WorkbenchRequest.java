package io.futureos.studio.action;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The contract's {@code WorkbenchAction}: who asks what of which project.
 *
 * @param commandId chosen by the user, and unique among the user's commands: sent again within a day, the same request is
 *     answered again without being done again; null if that is of no importance
 * @param baseRevision the revision that the user was looking at: a cell that somebody else set since is not overwritten;
 *     null if that is of no importance
 */
public record WorkbenchRequest(
        ProjectId project,
        UserId user,
        WorkbenchAction action,
        @Nullable UUID commandId,
        @Nullable Long baseRevision) {

    public WorkbenchRequest {
        requireNonNull(project, "project");
        requireNonNull(user, "user");
        requireNonNull(action, "action");
    }

    public WorkbenchRequest(ProjectId project, UserId user, WorkbenchAction action) {
        this(project, user, action, null, null);
    }
}
