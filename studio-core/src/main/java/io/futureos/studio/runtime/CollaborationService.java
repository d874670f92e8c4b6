package io.futureos.studio.runtime;

import io.futureos.studio.CollaborationOperations;
import io.futureos.studio.access.Operation;
import io.futureos.studio.decide.Decision;
import io.futureos.studio.decide.PeopleDecider;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.UserId;
import java.util.function.Function;

/** Who works on a project. */
final class CollaborationService implements CollaborationOperations {

    private final OneWay oneWay;

    CollaborationService(OneWay oneWay) {
        this.oneWay = oneWay;
    }

    @Override
    public ProjectState add(ProjectId project, UserId user, UserId collaborator, Role role) {
        return take(project, user, Operation.ADD_COLLABORATOR, people -> people.add(collaborator, role));
    }

    @Override
    public ProjectState changeRole(ProjectId project, UserId user, UserId collaborator, Role role) {
        return take(project, user, Operation.CHANGE_ROLE, people -> people.changeRole(collaborator, role));
    }

    @Override
    public void remove(ProjectId project, UserId user, UserId collaborator) {
        take(project, user, Operation.REMOVE_COLLABORATOR, people -> people.remove(collaborator));
    }

    @Override
    public void leave(ProjectId project, UserId user) {
        take(project, user, Operation.LEAVE, people -> people.remove(user));
    }

    private ProjectState take(
            ProjectId project, UserId user, Operation operation, Function<PeopleDecider, Decision> decide) {
        return oneWay.take(project, Request.of(user, operation, context -> decide.apply(new PeopleDecider(context))))
                .after()
                .state();
    }
}
