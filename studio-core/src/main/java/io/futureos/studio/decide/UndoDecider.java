package io.futureos.studio.decide;

import io.futureos.studio.change.Change;
import io.futureos.studio.change.Edits;
import io.futureos.studio.change.Revision;
import io.futureos.studio.change.Undo;
import io.futureos.studio.decide.Decision.Accepted;
import io.futureos.studio.decide.Decision.Refused;
import io.futureos.studio.model.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decides undo and redo: both take back one revision, and fail where somebody else set one of its cells since. */
public final class UndoDecider {

    private UndoDecider() {}

    /** Takes back {@code revision}, which is the actor's last one that can be undone. */
    public static Decision undo(Revision revision, DecideContext context) {
        return takeBack(revision, context, "undo", "Undid: " + revision.summary());
    }

    /** Takes back {@code undo}, which is the actor's last undo. */
    public static Decision redo(Revision undo, DecideContext context) {
        return takeBack(undo, context, "redo", undo.summary().replaceFirst("^Undid: ", "Redid: "));
    }

    private static Decision takeBack(Revision revision, DecideContext context, String direction, String summary) {
        Undo undo = Undo.of(context.project(), revision, context.actor());
        return undo.conflict()
                .<Decision>map(conflict -> new Refused(new Refusal.SetBySomebodyElse(direction, conflict)))
                .orElseGet(() -> new Accepted(
                        withoutLeftovers(context.project(), undo.changes()),
                        Map.of("revision", revision.number()),
                        List.of(),
                        summary));
    }

    /** A scenario that is taken back takes along the run that goes on in it, for example. */
    private static List<Change<?>> withoutLeftovers(Project project, List<Change<?>> changes) {
        var edits = new Edits(project);
        for (Change<?> change : changes) {
            if (change.after().isEmpty()) {
                Leftovers.clear(edits, change.path());
            }
        }
        List<Change<?>> all = new ArrayList<>(changes);
        all.addAll(edits.changes());
        return all;
    }
}
