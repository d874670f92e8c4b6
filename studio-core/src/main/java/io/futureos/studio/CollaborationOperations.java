package io.futureos.studio;

import io.futureos.studio.live.Session;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.StorageException;
import java.util.List;

/**
 * Who works on a project. Safe for use by several threads.
 *
 * <p>Each method throws {@link ProjectNotFoundException} if there is no such project that the user may see,
 * {@link AccessDeniedException} if the user's role does not reach, and {@link RefusedException} if a rule says no. Nothing
 * was changed then. {@link StorageException} says that the storage failed, and that it is unknown whether the change was made.
 * While the live store is away, {@link #join} and {@link #present} throw what it throws; everything else goes on.
 */
public interface CollaborationOperations {

    /**
     * Makes somebody a collaborator. Takes an owner.
     *
     * @throws RefusedException if {@code collaborator} is one already
     */
    ProjectState add(ProjectId project, UserId user, UserId collaborator, Role role);

    /**
     * Gives a collaborator another role. Takes an owner.
     *
     * @throws RefusedException if there is no such collaborator, or no owner would be left
     */
    ProjectState changeRole(ProjectId project, UserId user, UserId collaborator, Role role);

    /**
     * Takes a collaborator off the project. Takes an owner.
     *
     * @throws RefusedException if there is no such collaborator, or no owner would be left
     */
    void remove(ProjectId project, UserId user, UserId collaborator);

    /** Opens the project: from now on, others see that the user is there. Takes a viewer. */
    LiveSession join(ProjectId project, UserId user);

    /** Who has the project open, those that joined first first. Takes a viewer. */
    List<Session> present(ProjectId project, UserId user);

    /**
     * Takes oneself off the project.
     *
     * @throws RefusedException if the user is no collaborator but sees the project as a member of its team, or no owner
     *     would be left
     */
    void leave(ProjectId project, UserId user);
}
