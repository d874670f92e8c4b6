package io.futureos.studio.decide;

import io.futureos.studio.change.Edits;
import io.futureos.studio.model.Cell;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Project;
import io.futureos.studio.workflow.Workbench;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes what people set as it was in an older state of the same project. What was made then and is not kept any more comes
 * back too, so that it is current again, but for exported files; what was made since stays.
 */
public final class Restoration {

    private final DecideContext context;
    private final @Nullable Workbench workbench;

    /** @param workbench whose part is restored; null for everything */
    public Restoration(DecideContext context, @Nullable Workbench workbench) {
        this.context = context;
        this.workbench = workbench;
    }

    /** Decides, knowing the older state. */
    public Decision of(int version, Project older) {
        Project now = context.project();
        var edits = new Edits(now);
        for (Map.Entry<CellPath, Object> entry : older.cells().entrySet()) {
            Cell<?> cell = Cells.at(entry.getKey());
            boolean isInput = cell.undoable() && isConcerned(cell.path()) && !isExport(cell.path());
            if (isInput || (isKept(cell.path()) && cell.get(now).isEmpty())) {
                set(edits, cell, older);
            }
        }
        for (CellPath path : now.cells().keySet()) {
            Cell<?> cell = Cells.at(path);
            if (cell.undoable()
                    && isConcerned(path)
                    && !isMade(path)
                    && cell.get(older).isEmpty()) {
                edits.clear(cell);
                Leftovers.clear(edits, path);
            }
        }
        String what = workbench == null ? "the project" : "the workbench " + workbench.wireName();
        return Decider.accepted(edits, "Restored " + what + " as of version " + version);
    }

    private static <T> void set(Edits edits, Cell<T> cell, Project older) {
        cell.get(older).ifPresent(value -> edits.set(cell, value));
    }

    private boolean isConcerned(CellPath path) {
        if (workbench == null) {
            return true;
        }
        String room = path.segment(0);
        return isMade(path) ? path.segment(1).equals(laneOf(workbench)) : room.equals(workbench.wireName());
    }

    private static String laneOf(Workbench workbench) {
        return switch (workbench) {
            case DATA, POPULATION, REPORT -> workbench.wireName();
            case SCENARIO, SIMULATION -> "scenario";
        };
    }

    private static boolean isMade(CellPath path) {
        return path.segment(0).equals("made");
    }

    /** Files are kept for a time only, which may be over. */
    private static boolean isExport(CellPath path) {
        return path.text().startsWith("made/export/");
    }

    /** Fetched bytes are needed again where a configuration comes back. */
    private static boolean isKept(CellPath path) {
        return path.text().startsWith("data/raw/");
    }
}
