package io.futureos.studio.decide;

import io.futureos.studio.change.Change;
import io.futureos.studio.change.Revision;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.Stamp;
import io.futureos.studio.model.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Compares what a user decided on an older revision with what was set since. Edits of other cells merge; a cell that
 * somebody else set since stands in the way, whatever its value is now.
 */
public final class BaseRevision {

    private BaseRevision() {}

    /**
     * Why the changes can't be made, if they can't.
     *
     * @param base the revision that {@code actor} was looking at
     * @param since gives the revisions after {@code base}; asked only if there is a problem to explain
     */
    public static Optional<Refusal> problem(
            Project project, List<Change<?>> changes, UserId actor, long base, Supplier<List<Revision>> since) {
        if (base > project.revision()) {
            return Optional.of(new Refusal.BaseAhead(base, project.revision()));
        }
        for (Change<?> change : changes) {
            Stamp stamp = project.stamps().get(change.path());
            if (change.cell().undoable()
                    && stamp != null
                    && stamp.revision() > base
                    && !stamp.actor().equals(actor)) {
                return Optional.of(new Refusal.SetSince(
                        change.path(),
                        valueAt(change, since.get()),
                        change.before().map(Cells::open),
                        change.after().map(Cells::open),
                        stamp));
            }
        }
        return Optional.empty();
    }

    private static Optional<Object> valueAt(Change<?> mine, List<Revision> since) {
        CellPath path = mine.path();
        for (Revision revision : since) {
            for (Change<?> change : revision.changes()) {
                if (change.path().equals(path)) {
                    return change.before().map(Cells::open);
                }
            }
        }
        return mine.before().map(Cells::open);
    }
}
