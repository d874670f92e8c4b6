package io.futureos.studio;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.Failure;
import io.futureos.studio.model.Schedule;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule and how far it is.
 *
 * @param next when a report is due next, or was due and is on its way; null if the schedule is over
 * @param last the last occurrence that was delivered, left out, or given up; null if there was none yet
 * @param failure why the last delivery failed; null if it did not
 */
public record ScheduledReport(
        UUID id,
        Schedule schedule,
        @Nullable Instant next,
        @Nullable Instant last,
        @Nullable Failure failure) {

    public ScheduledReport {
        requireNonNull(id, "id");
        requireNonNull(schedule, "schedule");
    }
}
