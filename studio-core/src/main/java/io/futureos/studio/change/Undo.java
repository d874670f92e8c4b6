package io.futureos.studio.change;

import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.Stamp;
import io.futureos.studio.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes a revision back, below later ones of other people. Where somebody else set one of its cells since, nothing is
 * taken back: their work is not overwritten in silence. Outputs come and go with what jobs make, so they are brought back
 * where that is possible and never stand in the way.
 *
 * @param changes what takes the revision back, last change first; empty if there is a conflict
 * @param conflict the cell that somebody set since, and when
 */
public record Undo(List<Change<?>> changes, Optional<Conflict> conflict) {

    /** A cell that stands in the way, with the revision that set it last. */
    public record Conflict(CellPath cell, Stamp since) {}

    /** Works out how {@code actor} takes {@code revision} back from {@code project}. */
    public static Undo of(Project project, Revision revision, UserId actor) {
        var inverse = new ArrayList<Change<?>>();
        for (Change<?> change : revision.changes()) {
            if (!change.cell().undoable()) {
                continue;
            }
            if (change.path().text().startsWith("made/")) {
                if (isAsLeft(project, change)) {
                    inverse.add(0, change.inverse());
                }
                continue;
            }
            Stamp stamp = Objects.requireNonNull(project.stamps().get(change.path()), "stamp");
            if (!isAsLeft(project, change) || isSomebodyElses(stamp, revision, actor)) {
                return new Undo(List.of(), Optional.of(new Conflict(change.path(), stamp)));
            }
            inverse.add(0, change.inverse());
        }
        return new Undo(inverse, Optional.empty());
    }

    private static boolean isAsLeft(Project project, Change<?> change) {
        return change.cell().get(project).equals(change.after());
    }

    /** Values alone do not decide: who set the same value again made it theirs. Restored values are as they were. */
    private static boolean isSomebodyElses(Stamp stamp, Revision revision, UserId actor) {
        return stamp.revision() > revision.number() && !stamp.actor().equals(actor) && !stamp.restoring();
    }
}
