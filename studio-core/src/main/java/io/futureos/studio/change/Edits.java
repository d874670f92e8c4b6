package io.futureos.studio.change;

import io.futureos.studio.model.Cell;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.Room;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers the changes of one decision; what is set to the value that it has already is no change. Not thread-safe. */
public final class Edits {

    private final Project project;
    private final Map<CellPath, Change<?>> changes = new LinkedHashMap<>();

    public Edits(Project project) {
        this.project = project;
    }

    /** Sets a cell; what was set before in these edits is replaced. */
    public <T> Edits set(Cell<T> cell, T value) {
        return put(cell, Optional.of(value));
    }

    /** Takes a cell's value away. */
    public Edits clear(Cell<?> cell) {
        return put(cell, Optional.empty());
    }

    /** Takes away the values of all cells below {@code room}. */
    public Edits clearUnder(CellPath room) {
        for (Map.Entry<CellPath, Object> entry : project.under(room)) {
            clear(Cells.at(entry.getKey()));
        }
        return this;
    }

    /** Takes away the values of all cells in {@code room}. */
    public Edits clearAll(Room<?> room) {
        return setAll(room, Map.of());
    }

    /** Sets the cells of {@code room} to these values, by the last segment of their paths, and clears the others. */
    public <T> Edits setAll(Room<T> room, Map<String, ? extends T> values) {
        for (Map.Entry<CellPath, Object> entry : project.under(room.path())) {
            if (!values.containsKey(entry.getKey().name())) {
                clear(room.at(entry.getKey()));
            }
        }
        values.forEach((name, value) -> set(room.cell(name), value));
        return this;
    }

    private <T> Edits put(Cell<T> cell, Optional<T> value) {
        Optional<T> before = project.get(cell);
        if (before.equals(value)) {
            changes.remove(cell.path());
        } else {
            changes.put(cell.path(), new Change<>(cell, before, value));
        }
        return this;
    }

    /** The project as it would be after these changes. */
    public Project applied() {
        Project after = project;
        for (Change<?> change : changes.values()) {
            after = change.applyTo(after);
        }
        return after;
    }

    /** The cells that would be changed. */
    public Set<CellPath> paths() {
        return Collections.unmodifiableSet(changes.keySet());
    }

    /** The changes, in the order in which their cells were first set. */
    public List<Change<?>> changes() {
        return new ArrayList<>(changes.values());
    }
}
