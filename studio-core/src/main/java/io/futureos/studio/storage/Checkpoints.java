package io.futureos.studio.storage;

import io.futureos.studio.model.ProjectId;
import java.util.Optional;

/**
 * Folded projects, so that nobody has to fold a long journal from its beginning. Losing one loses no more than time.
 * Implementations are safe for use by several threads; each passes {@code CheckpointsContract}.
 */
public interface Checkpoints {

    /**
     * Stores a checkpoint unless there is a newer one, or no such project; storing it again changes nothing.
     *
     * @param view what {@link #newestView} is to answer with, JSON text
     * @param projection what tables show of the project at that revision, where there are tables
     */
    void put(ProjectId project, Checkpoint checkpoint, String view, Projection projection);

    /** The newest checkpoint of the project. */
    Optional<Checkpoint> newest(ProjectId project);

    /** What the newest checkpoint of the project shows; empty also if it was written without that. */
    Optional<View> newestView(ProjectId project);

    /** Which revision the newest checkpoint is of, without reading it; 0 if there is none. */
    long newestRevision(ProjectId project);

    /**
     * A project as of a revision.
     *
     * @param folded JSON text, for this library's own use; spaces and the order of members may change in the store
     */
    record Checkpoint(long revision, String folded) {}

    /**
     * What somebody sees of a project as of a revision who only looks.
     *
     * @param content JSON text like {@link Checkpoint#folded}
     */
    record View(long revision, String content) {}
}
