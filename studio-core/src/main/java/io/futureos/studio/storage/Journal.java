package io.futureos.studio.storage;

import io.futureos.studio.change.Revision;
import io.futureos.studio.model.ProjectId;
import java.util.List;
import java.util.Optional;

/**
 * The revisions of every project, in order. What was appended is durable when {@link #append} returns, and is then seen by
 * every reader at any node; who sees a part of a commit sees all of it. A reader sees a beginning of the journal, without
 * gaps, and never less than it saw before. Implementations are safe for use by several threads; each passes {@code
 * JournalContract}.
 */
public interface Journal {

    /**
     * Appends the commit's revision, with everything else in it, if the last one is still {@code revision.number() - 1}.
     *
     * @throws RevisionConflictException if somebody else appended first, or the revision would leave a gap; nothing is
     *     changed
     * @throws DuplicateCommandException if the user has a receipt for this command already, in whatever project; nothing is
     *     changed. Where there is a conflict too, either of the two is thrown
     * @throws StorageException if it is unknown whether the commit was written; {@link #find} tells, by the revision's id
     */
    void append(ProjectId project, Commit commit);

    /** All revisions after number {@code after}, oldest first; empty for a project that does not exist. */
    List<Revision> after(ProjectId project, long after);

    /** The first of those, {@code most} at most. */
    default List<Revision> after(ProjectId project, long after, int most) {
        List<Revision> all = after(project, after);
        return all.subList(0, Math.min(most, all.size()));
    }

    /** The revision with this number, if there is one. */
    Optional<Revision> find(ProjectId project, long number);

    /** The number of the last revision; 0 for a project that does not exist. */
    long head(ProjectId project);
}
