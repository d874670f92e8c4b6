package io.futureos.studio.model;

import java.util.Optional;

/**
 * One place in a project that can be set on its own, as small as what two people may edit apart. Cells come from the
 * catalogue {@link Cells}; two of them are equal when their paths are.
 *
 * @param <T> what the cell holds
 */
public final class Cell<T> {

    private final CellPath path;
    private final CellType<T> type;
    private final boolean undoable;

    Cell(CellPath path, CellType<T> type, boolean undoable) {
        this.path = path;
        this.type = type;
        this.undoable = undoable;
    }

    public CellPath path() {
        return path;
    }

    public CellType<T> type() {
        return type;
    }

    /** Whether undo takes back what was set here; it leaves alone what jobs and the console own. */
    public boolean undoable() {
        return undoable;
    }

    /** The cell of the same kind at another path. */
    public Cell<T> at(CellPath other) {
        return new Cell<>(other, type, undoable);
    }

    /** What {@code project} holds here. */
    public Optional<T> get(Project project) {
        return Optional.ofNullable(project.cells().get(path)).map(type::of);
    }

    /** The project with another value here, or with none. */
    public Project with(Project project, Optional<T> value) {
        return project.with(this, value);
    }

    /** How many bytes the value takes in the project's JSON, about. */
    long sizeOf(T value) {
        return path.text().length() + OpenSize.of(type.toOpen(value));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cell<?> cell && cell.path.equals(path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path.text();
    }
}
