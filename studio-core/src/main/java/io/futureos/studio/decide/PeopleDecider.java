package io.futureos.studio.decide;

import static io.futureos.studio.decide.Decider.accepted;
import static io.futureos.studio.decide.Decider.refused;

import io.futureos.studio.change.Edits;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.UserId;
import java.util.Optional;

/** Decides who works on a project. That an owner is left is an invariant of the project. */
public final class PeopleDecider {

    private final Project project;

    public PeopleDecider(DecideContext context) {
        this.project = context.project();
    }

    /** Makes somebody a collaborator. */
    public Decision add(UserId user, Role role) {
        Optional<Role> now = project.get(Cells.collaborator(user));
        return now.isPresent()
                ? refused(new Refusal.CollaboratorExists(user, now.get()))
                : accepted(
                        new Edits(project).set(Cells.collaborator(user), role),
                        "Made " + user + " " + article(role) + " of the project");
    }

    /** Gives a collaborator another role. */
    public Decision changeRole(UserId user, Role role) {
        return project.get(Cells.collaborator(user)).isEmpty()
                ? refused(new Refusal.UnknownCollaborator(user))
                : accepted(
                        new Edits(project).set(Cells.collaborator(user), role),
                        "Made " + user + " " + article(role) + " of the project");
    }

    /** Takes a collaborator off the project. */
    public Decision remove(UserId user) {
        return project.get(Cells.collaborator(user)).isEmpty()
                ? refused(new Refusal.UnknownCollaborator(user))
                : accepted(new Edits(project).clear(Cells.collaborator(user)), "Took " + user + " off the project");
    }

    private static String article(Role role) {
        return switch (role) {
            case OWNER -> "an owner";
            case EDITOR -> "an editor";
            case VIEWER -> "a viewer";
        };
    }
}
