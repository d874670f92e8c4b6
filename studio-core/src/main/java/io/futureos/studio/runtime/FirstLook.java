package io.futureos.studio.runtime;

import io.futureos.studio.access.Operation;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.ProjectIndex;
import java.util.Optional;

/**
 * Shows a project that this node has not worked on, without folding it: if nothing has happened since its newest checkpoint,
 * that has the view too. Safe for use by several threads.
 */
final class FirstLook {

    private final ProjectIndex index;
    private final Access access;
    private final Desks desks;
    private final Saving saving;

    FirstLook(ProjectIndex index, Access access, Desks desks, Saving saving) {
        this.index = index;
        this.access = access;
        this.desks = desks;
        this.saving = saving;
    }

    /** The view as of the journal's head; empty if the project has to be folded, or is not there. */
    Optional<ProjectState> of(ProjectId id, UserId user) {
        if (desks.of(id).isKnown()) {
            return Optional.empty();
        }
        return index.find(id).flatMap(summary -> {
            access.require(summary, user, Operation.LOAD);
            return saving.view(id, summary.revision());
        });
    }
}
