package io.futureos.studio.live;

import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import java.time.Instant;
import java.util.List;

/**
 * What users typed and have not sent. Implementations are safe for use by several threads, and may forget what is older than
 * somebody has asked for; each passes {@code DraftsContract}.
 */
public interface Drafts {

    /** Keeps the draft in place of an older one. */
    void put(Draft draft);

    /** Forgets the draft, if there is one. */
    void remove(ProjectId project, UserId user, String place);

    /** The user's drafts that were put at {@code since} or later, by place. */
    List<Draft> of(ProjectId project, UserId user, Instant since);
}
