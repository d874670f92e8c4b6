package io.futureos.studio.runtime;

import io.futureos.studio.CollaborationOperations;
import io.futureos.studio.LiveSession;
import io.futureos.studio.access.Operation;
import io.futureos.studio.decide.Decision;
import io.futureos.studio.decide.PeopleDecider;
import io.futureos.studio.live.Drafts;
import io.futureos.studio.live.Session;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Who works on a project. */
final class CollaborationService implements CollaborationOperations {

    private final OneWay oneWay;
    private final Presence presence;
    private final Drafts drafts;
    private final Supplier<UUID> ids;

    CollaborationService(OneWay oneWay, Presence presence, Drafts drafts, Supplier<UUID> ids) {
        this.oneWay = oneWay;
        this.presence = presence;
        this.drafts = drafts;
        this.ids = ids;
    }

    @Override
    public LiveSession join(ProjectId project, UserId user) {
        oneWay.read(project, user, Operation.JOIN);
        Instant now = presence.now();
        var session = new Session(ids.get(), project, user, now, now, Map.of());
        presence.joined(session);
        return new OpenSession(oneWay, presence, drafts, session);
    }

    @Override
    public List<Session> present(ProjectId project, UserId user) {
        oneWay.read(project, user, Operation.JOIN);
        return presence.of(project);
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
        Outcome outcome =
                oneWay.take(project, Request.of(user, operation, context -> decide.apply(new PeopleDecider(context))));
        return presence.over(outcome.after());
    }
}
