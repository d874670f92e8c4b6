package io.futureos.studio.change;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.PersistentMap;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.Stamp;
import io.futureos.studio.model.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The unit of history: changes that happen together, with who, when and why.
 *
 * @param number counts from 1 within a project, without gaps
 * @param id random; tells after a lost reply whether an append went through
 * @param actor who asked; for the result of a job, the user who asked for the job
 * @param workbench the contract's name of the workbench, or {@code project} for what concerns all of them
 * @param summary one sentence for the modification log
 * @param reversible whether the actor can undo it
 * @param undoes the revision that this one takes back; null unless it is an undo
 * @param redoes the undo that this one takes back; null unless it is a redo
 */
public record Revision(
        long number,
        UUID id,
        UserId actor,
        Instant at,
        String workbench,
        String action,
        String summary,
        boolean reversible,
        @Nullable Long undoes,
        @Nullable Long redoes,
        List<Change<?>> changes) {

    public Revision {
        requireNonNull(id, "id");
        requireNonNull(actor, "actor");
        requireNonNull(at, "at");
        requireNonNull(workbench, "workbench");
        requireNonNull(action, "action");
        requireNonNull(summary, "summary");
        changes = List.copyOf(changes);
        if (number < 1) {
            throw new IllegalArgumentException("A revision's number is 1 or more, was " + number);
        }
    }

    /**
     * Folds this revision into the project.
     *
     * @throws IllegalStateException if it is not the next one
     */
    public Project applyTo(Project project) {
        if (number != project.revision() + 1) {
            throw new IllegalStateException("Project " + project.id() + " is at revision " + project.revision()
                    + ", so revision " + number + " can't be next; the journal has a gap or a repetition");
        }
        var stamp = new Stamp(number, actor, at, summary, restores());
        Project next = project;
        PersistentMap<CellPath, Stamp> stamps = project.stamps();
        for (Change<?> change : changes) {
            next = change.applyTo(next);
            stamps = stamps.with(change.path(), stamp);
        }
        return next.at(number, at, stamps);
    }

    /** Whether this revision is an undo or a redo. */
    public boolean restores() {
        return undoes != null || redoes != null;
    }

    /** The cells that this revision sets. */
    public List<CellPath> paths() {
        var paths = new ArrayList<CellPath>(changes.size());
        for (Change<?> change : changes) {
            paths.add(change.path());
        }
        return paths;
    }
}
