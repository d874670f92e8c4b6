package io.futureos.studio.access;

import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import java.util.Optional;

/** What the project itself says about its collaborators comes first, then its team. */
record ByCollaborators(Membership teams) implements AccessPolicy {

    @Override
    public Optional<Role> roleOf(UserId user, ProjectSummary project) {
        Role role = project.collaborators().get(user);
        if (role != null) {
            return Optional.of(role);
        }
        TeamId team = project.team();
        return team != null && isMember(user, team) ? Optional.of(Role.VIEWER) : Optional.empty();
    }

    @Override
    public boolean isMember(UserId user, TeamId team) {
        return teams.isMember(user, team);
    }
}
