package io.futureos.studio.live;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody who has a project open, in one window. A user may have several.
 *
 * @param seenAt when the window was heard of last
 * @param cursor where the user is, as an open object that only clients understand; empty if that is not known
 */
public record Session(
        UUID id, ProjectId project, UserId user, Instant joinedAt, Instant seenAt, Map<String, Object> cursor) {

    public Session {
        requireNonNull(id, "id");
        requireNonNull(project, "project");
        requireNonNull(user, "user");
        requireNonNull(joinedAt, "joinedAt");
        requireNonNull(seenAt, "seenAt");
        cursor = OpenValue.map(cursor);
    }

    /** This session as it is heard of again. */
    public Session seen(Instant at) {
        return new Session(id, project, user, joinedAt, at, cursor);
    }

    /** This session with the user somewhere else. */
    public Session at(Map<String, Object> place, Instant now) {
        return new Session(id, project, user, joinedAt, now, place);
    }
}
