package io.futureos.studio.storage;

import io.futureos.studio.change.Revision;
import io.futureos.studio.model.ProjectId;
import java.util.List;
import java.util.Optional;

/**
 * The revisions of every project, in order. What was appended is durable when {@link #append} returns. Implementations are
 * safe for use by several threads.
 */
public interface Journal {

    /**
     * Appends the commit's revision, with everything else in it, if the last one is still {@code revision.number() - 1}.
     *
     * @throws RevisionConflictException if somebody else appended first; nothing is changed
     * @throws DuplicateCommandException if the user has a receipt for this command already; nothing is changed
     * @throws StorageException if it is unknown whether the commit was written
     */
    void append(ProjectId project, Commit commit);

    /** All revisions after number {@code after}, oldest first; empty for a project that does not exist. */
    List<Revision> after(ProjectId project, long after);

    /** The revision with this number, if there is one. */
    Optional<Revision> find(ProjectId project, long number);

    /** The number of the last revision; 0 for a project that does not exist. */
    long head(ProjectId project);
}
