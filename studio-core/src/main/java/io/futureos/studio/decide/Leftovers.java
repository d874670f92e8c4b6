package io.futureos.studio.decide;

import io.futureos.studio.change.Edits;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.ScenarioId;
import java.util.List;
import java.util.UUID;

/** What undo leaves alone, but nobody owns any more once what it belongs to is gone. */
final class Leftovers {

    private Leftovers() {}

    /** Ends what goes on for a schedule that is no more. */
    static Edits clearDeliveries(Edits edits, UUID schedule) {
        Lane lane = Lane.delivery(schedule);
        return edits.clear(Cells.delivered(schedule)).clear(Cells.job(lane)).clear(Cells.failure(lane));
    }

    /** Takes away what belonged to the cell {@code gone}. */
    static void clear(Edits edits, CellPath gone) {
        List<String> segments = gone.segments();
        if (segments.get(0).equals("scenario") && segments.get(2).equals("name")) {
            ScenarioDecider.forgetRun(edits, ScenarioId.of(segments.get(1)));
        }
        if (gone.isUnder(Cells.schedules().path())) {
            clearDeliveries(edits, UUID.fromString(gone.name()));
        }
        if (gone.equals(Cells.resolution().path())) {
            edits.clear(Cells.job(Lane.RESOLUTION)).clear(Cells.failure(Lane.RESOLUTION));
        }
    }
}
