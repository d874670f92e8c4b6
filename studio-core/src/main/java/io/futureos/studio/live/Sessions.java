package io.futureos.studio.live;

import io.futureos.studio.model.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who has which project open. Implementations are safe for use by several threads, and may forget what is older than
 * somebody has asked for; each passes {@code SessionsContract}.
 */
public interface Sessions {

    /** Keeps the session as it is now, in place of what was known of it. */
    void put(Session session);

    /** Forgets the session, if it is known. */
    void remove(ProjectId project, UUID session);

    /** The sessions that were heard of at {@code since} or later, those that joined first first. */
    List<Session> of(ProjectId project, Instant since);
}
