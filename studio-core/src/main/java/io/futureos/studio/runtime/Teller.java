package io.futureos.studio.runtime;

import io.futureos.studio.StateUpdate;
import io.futureos.studio.change.Revision;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.StudioEvent.CaughtUp;
import io.futureos.studio.live.StudioEvent.RevisionCommitted;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.Journal;
import java.util.function.Consumer;

/**
 * Tells one watcher what happens: each revision once, in order and without a gap, whatever came over the channel. What did
 * not come is read from the journal, and what is too long to be told one by one is told as a difference. Used by one thread
 * at a time; others may ask how far it is.
 */
final class Teller {

    private final ProjectId project;
    private final UserId user;
    private final Consumer<StudioEvent> listener;
    private final Journal journal;
    private final Differences differences;
    private final Gate gate;
    private volatile long told;
    private volatile boolean owesDifference;

    /** Whether somebody may watch. */
    interface Gate {

        /**
         * Lets pass or throws.
         *
         * @throws io.futureos.studio.StudioException if the user may not
         */
        void require(ProjectId project, UserId user);
    }

    /**
     * Starts behind a revision.
     *
     * @param seen the revision of the view that the watcher has
     */
    Teller(
            ProjectId project,
            UserId user,
            long seen,
            Consumer<StudioEvent> listener,
            Journal journal,
            Differences differences,
            Gate gate) {
        this.project = project;
        this.user = user;
        this.told = seen;
        this.listener = listener;
        this.journal = journal;
        this.differences = differences;
        this.gate = gate;
    }

    /** The last revision that the watcher was told of. */
    long told() {
        return told;
    }

    /** Whether the difference must be told before anything else. */
    boolean owesDifference() {
        return owesDifference;
    }

    /** From now on, the difference between the watcher's view and today's comes first. */
    void oweDifference() {
        owesDifference = true;
    }

    /** Tells an event of the channel, or what it hints at. */
    void tell(StudioEvent event) {
        if (!(event instanceof RevisionCommitted committed)) {
            listener.accept(event);
        } else if (committed.revision().number() == told + 1) {
            tell(committed.revision());
        } else {
            readOn(committed.revision().number());
        }
    }

    /** Tells what the journal has and the watcher was not told, if the journal goes on to this revision. */
    void readOn(long head) {
        if (head - told > Mailbox.MOST) {
            tellDifference();
        } else if (head > told) {
            journal.after(project, told).forEach(this::tell);
        }
    }

    private void tell(Revision revision) {
        if (revision.paths().stream().anyMatch(Teller::bearsOnAccess)) {
            gate.require(project, user);
        }
        told = revision.number();
        listener.accept(new RevisionCommitted(project, revision));
    }

    private static boolean bearsOnAccess(CellPath path) {
        return path.segment(0).equals("collaborator")
                || path.equals(Cells.team().path())
                || path.equals(Cells.deletedAt().path());
    }

    /** Tells everything up to now at once. */
    void tellDifference() {
        owesDifference = true;
        StateUpdate update = differences.since(project, user, told);
        owesDifference = false;
        told = update.to();
        listener.accept(new CaughtUp(project, update.from(), update.to(), update.patch()));
    }
}
