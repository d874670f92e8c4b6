package io.futureos.studio.access;

import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import java.util.Optional;

/**
 * Says what a user is in a project. A host replaces it where it knows more than the project does, for example about teams
 * or administrators. Asked on every call, so it should answer from memory; implementations are safe for use by several
 * threads.
 */
@FunctionalInterface
public interface AccessPolicy {

    /** The user's role; empty if the user may not know that the project exists. */
    Optional<Role> roleOf(UserId user, ProjectSummary project);

    /** Whether the user belongs to the team, and so sees its projects and templates; by default nobody does. */
    default boolean isMember(UserId user, TeamId team) {
        return false;
    }

    /** Collaborators have the role that the project gives them, and members of the project's team are viewers. */
    static AccessPolicy byCollaborators(Membership teams) {
        return new ByCollaborators(teams);
    }

    /** Which users belong to which teams. */
    @FunctionalInterface
    interface Membership {

        boolean isMember(UserId user, TeamId team);
    }
}
