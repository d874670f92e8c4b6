package io.futureos.studio.runtime;

import io.futureos.studio.AccessDeniedException;
import io.futureos.studio.ProjectNotFoundException;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.UserId;

/** Who may do what in a project: a collaborator's role says it. Whoever is none is not told that the project exists. */
final class Access {

    private Access() {}

    /**
     * Lets pass or throws.
     *
     * @param needed the least role that may do it
     */
    static void require(Project project, UserId user, Role needed, String room, String action) {
        Role role = project.get(Cells.collaborator(user)).orElse(null);
        if (role == null || project.get(Cells.deletedAt()).isPresent()) {
            throw new ProjectNotFoundException(project.id());
        }
        if (role.compareTo(needed) > 0) {
            throw new AccessDeniedException(room + "." + action, role, needed);
        }
    }
}
