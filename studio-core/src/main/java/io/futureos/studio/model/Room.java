package io.futureos.studio.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The cells of one kind below one path, for example all overrides of a scenario.
 *
 * @param undoable whether undo takes back what is set here
 * @param <T> what each of the cells holds
 */
public record Room<T>(CellPath path, CellType<T> type, boolean undoable) {

    /** The cell with this last segment. */
    public Cell<T> cell(String name) {
        return at(path.child(name));
    }

    /** The cell at a path of this room. */
    public Cell<T> at(CellPath cell) {
        return new Cell<>(cell, type, undoable);
    }

    /** The values by the last segment of their cell's path, in the order of the paths. */
    public Map<String, T> in(Project project) {
        var values = new LinkedHashMap<String, T>();
        for (Map.Entry<CellPath, Object> entry : project.under(path)) {
            values.put(entry.getKey().name(), type.of(entry.getValue()));
        }
        return values;
    }
}
