package io.futureos.studio.workflow;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.Room;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one lane stands.
 *
 * @param inputs what its output would be made from today; null while something it needs from another lane is missing
 * @param current the output that was made from exactly these inputs
 * @param newest the output that was made last, to be shown while there is no current one
 */
public record LaneState(
        Lane lane,
        @Nullable Inputs inputs,
        @Nullable Output current,
        @Nullable Output newest) {

    public LaneState {
        requireNonNull(lane, "lane");
    }

    /** Looks the outputs up. */
    static LaneState of(Project project, Lane lane, @Nullable Inputs inputs) {
        Room<Output> room = Cells.made(lane);
        Output current = inputs == null
                ? null
                : project.get(room.cell(inputs.fingerprint().value())).orElse(null);
        Output newest = null;
        for (Map.Entry<CellPath, Object> entry : project.under(room.path())) {
            Output made = (Output) entry.getValue();
            newest = newest == null || made.acceptedAt() > newest.acceptedAt() ? made : newest;
        }
        return new LaneState(lane, inputs, current, newest);
    }

    /** Something was made, but not from what the inputs are now. */
    public boolean isStale() {
        return current == null && newest != null;
    }

    public boolean isCurrent() {
        return current != null;
    }

    /** The output to show: the current one, else the newest. */
    public @Nullable Output shown() {
        return current == null ? newest : current;
    }
}
