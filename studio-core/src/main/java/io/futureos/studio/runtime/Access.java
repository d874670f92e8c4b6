package io.futureos.studio.runtime;

import io.futureos.studio.AccessDeniedException;
import io.futureos.studio.ProjectNotFoundException;
import io.futureos.studio.access.AccessPolicy;
import io.futureos.studio.access.Operation;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.UserId;

/** Lets an operation pass or not. Whoever may not see a project is not told that it exists. */
final class Access {

    private final AccessPolicy policy;

    Access(AccessPolicy policy) {
        this.policy = policy;
    }

    /** Lets pass or throws. */
    void require(ProjectSummary project, UserId user, Operation operation) {
        Role role = roleOf(project, user);
        boolean mayBringBack = operation == Operation.RESTORE_DELETED && role == Role.OWNER;
        if (project.isDeleted() && !mayBringBack) {
            throw new ProjectNotFoundException(project.id());
        }
        if (!operation.isOpenTo(role)) {
            throw denied(role, operation, operation.least());
        }
    }

    /** An operation that looks for some turned out to change something. */
    void requireEditor(ProjectSummary project, UserId user, Operation operation) {
        Role role = roleOf(project, user);
        if (role == Role.VIEWER) {
            throw denied(role, operation, Role.EDITOR);
        }
    }

    private Role roleOf(ProjectSummary project, UserId user) {
        return policy.roleOf(user, project).orElseThrow(() -> new ProjectNotFoundException(project.id()));
    }

    private static AccessDeniedException denied(Role has, Operation operation, Role needed) {
        return new AccessDeniedException(operation.room() + "." + operation.action(), has, needed);
    }
}
