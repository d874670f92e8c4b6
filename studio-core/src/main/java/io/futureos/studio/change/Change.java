package io.futureos.studio.change;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.Cell;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Project;
import java.util.Optional;

/**
 * One cell set from one value to another; empty means that the cell has none.
 *
 * @param <T> what the cell holds
 */
public record Change<T>(Cell<T> cell, Optional<T> before, Optional<T> after) {

    public Change {
        requireNonNull(cell, "cell");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /** The project with this cell set. */
    public Project applyTo(Project project) {
        return cell.with(project, after);
    }

    /** The change that takes this one back. */
    public Change<T> inverse() {
        return new Change<>(cell, after, before);
    }

    public CellPath path() {
        return cell.path();
    }
}
