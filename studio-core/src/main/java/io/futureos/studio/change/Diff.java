package io.futureos.studio.change;

import io.futureos.studio.model.Cell;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Compares two states of a project. */
public final class Diff {

    private Diff() {}

    /** The changes that lead from {@code from} to {@code to}, in the order of their paths. */
    public static List<Change<?>> between(Project from, Project to) {
        var paths = new TreeSet<CellPath>(from.cells().keySet());
        paths.addAll(to.cells().keySet());
        var changes = new ArrayList<Change<?>>();
        for (CellPath path : paths) {
            Change<?> change = change(Cells.at(path), from, to);
            if (!change.before().equals(change.after())) {
                changes.add(change);
            }
        }
        return changes;
    }

    private static <T> Change<T> change(Cell<T> cell, Project from, Project to) {
        return new Change<>(cell, from.get(cell), to.get(cell));
    }
}
