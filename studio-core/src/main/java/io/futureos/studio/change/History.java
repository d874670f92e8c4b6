package io.futureos.studio.change;

import io.futureos.studio.model.PersistentMap;
import io.futureos.studio.model.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the revisions of a project add up to besides its state: the modification log, what each user can undo and redo, and
 * when somebody last did something where. Immutable.
 */
public record History(
        ModificationLog log,
        PersistentMap<UserId, Steps> undoable,
        PersistentMap<UserId, Steps> redoable,
        PersistentMap<UserId, Instant> lastActive,
        PersistentMap<String, Instant> lastTouched) {

    /** Nothing has happened yet. */
    public static History none() {
        return new History(
                ModificationLog.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty());
    }

    /** This history with one more revision. */
    public History with(Revision revision) {
        UserId actor = revision.actor();
        Steps undo = undoable.get(actor);
        Steps redo = redoable.get(actor);
        if (revision.undoes() != null) {
            undo = below(undo);
            redo = new Steps(revision.number(), redo);
        } else if (revision.redoes() != null) {
            redo = below(redo);
            undo = new Steps(revision.number(), undo);
        } else if (revision.reversible()) {
            undo = new Steps(revision.number(), undo);
            redo = null;
        }
        return new History(
                log.with(revision),
                put(undoable, actor, undo),
                put(redoable, actor, redo),
                lastActive.with(actor, revision.at()),
                lastTouched.with(revision.workbench(), revision.at()));
    }

    private static @Nullable Steps below(@Nullable Steps steps) {
        return Objects.requireNonNull(steps, "An undo or redo takes back a step")
                .below();
    }

    private static PersistentMap<UserId, Steps> put(
            PersistentMap<UserId, Steps> all, UserId user, @Nullable Steps steps) {
        return steps == null ? all.without(user) : all.with(user, steps);
    }

    /** The number of the revision that the user would undo next. */
    public Optional<Long> nextUndo(UserId user) {
        return Optional.ofNullable(undoable.get(user)).map(Steps::revision);
    }

    /** The number of the undo that the user would take back next. */
    public Optional<Long> nextRedo(UserId user) {
        return Optional.ofNullable(redoable.get(user)).map(Steps::revision);
    }

    /** A stack of revision numbers that shares its lower part with older ones. */
    public record Steps(long revision, @Nullable Steps below) {

        @SuppressWarnings("ReferenceEquality") // shared lower parts are the point of this stack
        private boolean sameBelow(@Nullable Steps other) {
            return below == other;
        }

        // The default would walk down the whole stack, one call a step.
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof Steps steps && revision == steps.revision && sameBelow(steps.below));
        }

        @Override
        public int hashCode() {
            return Long.hashCode(revision);
        }

        @Override
        public String toString() {
            return "revision " + revision + (below == null ? "" : ", ...");
        }
    }
}
