package io.futureos.studio.storage;

import io.futureos.studio.model.ProjectId;

/** Somebody else appended first; the journal is as they left it. */
public final class RevisionConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RevisionConflictException(ProjectId project, long head, long attempted) {
        super("Project " + project + " is at revision " + head + ", so revision " + attempted
                + " can't be next. Fold what came in between and decide again.");
    }
}
