package io.futureos.studio.decide;

import static io.futureos.studio.decide.Decider.accepted;
import static io.futureos.studio.decide.Decider.nothingToDo;
import static io.futureos.studio.decide.Decider.started;

import io.futureos.studio.change.Edits;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.DueDeliveries;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.ScheduleProgress;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Decides what the Studio does about a report schedule at a moment: deliver, bring up to date first, or let it be. */
public final class DeliveryDecider {

    private final DecideContext context;

    public DeliveryDecider(DecideContext context) {
        this.context = context;
    }

    /** Starts what is due by the schedule; changes nothing if nothing is, or a job is at it already. */
    public Decision onSchedule(UUID schedule) {
        Lane lane = Lane.delivery(schedule);
        if (context.project().get(Cells.job(lane)).isPresent()) {
            return nothingToDo("A delivery is on its way");
        }
        return ScheduleProgress.of(context.project(), schedule)
                .map(progress -> due(schedule, progress))
                .orElseGet(() -> nothingToDo("There is no such schedule"));
    }

    private Decision due(UUID schedule, ScheduleProgress progress) {
        DueDeliveries due = progress.dueAt(context.now());
        if (due.occurrences().isEmpty()) {
            return due.handledUpTo().equals(progress.handledUpTo())
                    ? nothingToDo("Nothing is due")
                    : accepted(
                            new Edits(context.project()).set(Cells.delivered(schedule), due.handledUpTo()),
                            "Left out the deliveries that were missed up to " + due.handledUpTo());
        }
        Instant occurrence = due.occurrences().get(0);
        if (progress.schedule().refresh()
                && context.now().isBefore(occurrence.plus(ScheduleProgress.REFRESHED_WITHIN))) {
            Optional<Decision> first = new Refreshment(context, occurrence).next();
            if (first.isPresent()) {
                return first.get();
            }
        }
        return started(
                context,
                new Edits(context.project()),
                Lane.delivery(schedule),
                "deliver",
                "Started to deliver the report that was due at " + occurrence);
    }
}
