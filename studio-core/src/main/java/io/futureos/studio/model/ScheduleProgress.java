package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a schedule was handled, and what it asks for from there on.
 *
 * @param handledUpTo the last occurrence that was handled, or the moment at which the schedule was set if that is later: what
 *     came due before somebody set a schedule is none of its business
 */
public record ScheduleProgress(Schedule schedule, Instant handledUpTo) {

    /** An occurrence this old was missed; a younger one is only late. What waits for fresh figures may be later still. */
    public static final Duration MISSED_AFTER = Duration.ofMinutes(15);

    /** How long a delivery may wait for everything to be brought up to date first, if its schedule wants that. */
    public static final Duration REFRESHED_WITHIN = Duration.ofHours(1);

    /** Never more missed deliveries are made up for at once. */
    public static final int MOST_AT_ONCE = 100;

    public ScheduleProgress {
        requireNonNull(schedule, "schedule");
        requireNonNull(handledUpTo, "handledUpTo");
    }

    /** How far the schedule of a project was handled; empty if the project has no such schedule. */
    public static Optional<ScheduleProgress> of(Project project, UUID schedule) {
        Cell<Schedule> cell = Cells.schedule(schedule);
        return project.get(cell).map(set -> {
            Instant setAt = requireNonNull(project.stamps().get(cell.path())).at();
            Instant handled = project.get(Cells.delivered(schedule)).orElse(setAt);
            return new ScheduleProgress(set, handled.isAfter(setAt) ? handled : setAt);
        });
    }

    /** When the next delivery of a project is due by any of its schedules; empty if none is. */
    public static Optional<Instant> nextDue(Project project) {
        return Cells.schedules().in(project).keySet().stream()
                .flatMap(id -> of(project, UUID.fromString(id)).stream())
                .flatMap(progress -> progress.nextDue().stream())
                .min(Instant::compareTo);
    }

    /** The first occurrence that was not handled, be it past or future; empty if there is none. */
    public Optional<Instant> nextDue() {
        return Recurrence.of(schedule).flatMap(recurrence -> recurrence.nextAfter(handledUpTo));
    }

    /** What is to be delivered at {@code now}. */
    public DueDeliveries dueAt(Instant now) {
        List<Instant> due = due(now, schedule.missed() == MissedPolicy.ALL ? MOST_AT_ONCE : 1);
        if (due.isEmpty()) {
            return new DueDeliveries(due, handledUpTo);
        }
        Instant newest = due.get(due.size() - 1);
        boolean isLeftOut = schedule.missed() == MissedPolicy.SKIP && isMissed(newest, now);
        return new DueDeliveries(isLeftOut ? List.of() : due, newest);
    }

    private List<Instant> due(Instant now, int most) {
        return Recurrence.of(schedule).stream()
                .flatMap(recurrence -> recurrence.newest(most, handledUpTo, now).stream())
                .toList();
    }

    private boolean isMissed(Instant occurrence, Instant now) {
        Duration mayBeLate = schedule.refresh() ? REFRESHED_WITHIN.plus(MISSED_AFTER) : MISSED_AFTER;
        return occurrence.isBefore(now.minus(mayBeLate));
    }
}
