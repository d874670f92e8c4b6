package io.futureos.studio.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScheduleProgressTest {

    private static final UserId ANNA = new UserId(new UUID(0, 0xA));
    private static final UUID DAILY = new UUID(1, 1);
    private static final UUID WEEKLY = new UUID(1, 2);
    private static final Instant MONDAY_NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-01-06T08:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private Project project = Project.empty(new ProjectId(new UUID(0, 1)), MONDAY_NOON);

    @Test
    void what_came_due_before_the_schedule_was_set_is_none_of_its_business() {
        set(Cells.schedule(DAILY), schedule("daily", MissedPolicy.ALL), MONDAY_NOON);

        assertThat(progress(DAILY).nextDue()).contains(TUESDAY);
        assertThat(progress(DAILY).dueAt(MONDAY_NOON)).isEqualTo(new DueDeliveries(List.of(), MONDAY_NOON));
    }

    @Test
    void what_was_handled_does_not_come_due_again() {
        set(Cells.schedule(DAILY), schedule("daily", MissedPolicy.ALL), MONDAY_NOON);
        set(Cells.delivered(DAILY), TUESDAY, TUESDAY.plusSeconds(5));

        assertThat(progress(DAILY).nextDue()).contains(TUESDAY.plus(DAY));
        assertThat(progress(DAILY).dueAt(TUESDAY.plusSeconds(6)).occurrences()).isEmpty();
    }

    @Test
    void a_schedule_that_is_set_again_starts_from_then() {
        set(Cells.schedule(DAILY), schedule("daily", MissedPolicy.ALL), MONDAY_NOON);
        set(Cells.delivered(DAILY), TUESDAY, TUESDAY);
        set(Cells.schedule(DAILY), schedule("daily", MissedPolicy.LATEST), TUESDAY.plus(DAY.multipliedBy(3)));

        assertThat(progress(DAILY).nextDue()).contains(TUESDAY.plus(DAY.multipliedBy(4)));
    }

    @Test
    void the_earliest_of_all_schedules_is_next_even_if_it_is_overdue() {
        assertThat(ScheduleProgress.nextDue(project)).isEmpty();

        set(Cells.schedule(WEEKLY), schedule("weekly", MissedPolicy.LATEST), MONDAY_NOON);
        assertThat(ScheduleProgress.nextDue(project)).contains(Instant.parse("2026-01-12T08:00:00Z"));

        set(Cells.schedule(DAILY), schedule("daily", MissedPolicy.LATEST), MONDAY_NOON);
        assertThat(ScheduleProgress.nextDue(project)).contains(TUESDAY);

        set(Cells.delivered(DAILY), TUESDAY.plus(DAY.multipliedBy(9)), TUESDAY);
        assertThat(ScheduleProgress.nextDue(project)).contains(Instant.parse("2026-01-12T08:00:00Z"));
    }

    @Test
    void a_project_has_no_progress_of_a_schedule_that_it_has_not() {
        assertThat(ScheduleProgress.of(project, DAILY)).isEmpty();
    }

    @Test
    void a_schedule_that_no_zone_is_known_for_is_never_due() {
        var progress = new ScheduleProgress(new Schedule("daily", "Mars/Olympus", List.of()), MONDAY_NOON);

        assertThat(progress.nextDue()).isEmpty();
        assertThat(progress.dueAt(TUESDAY)).isEqualTo(new DueDeliveries(List.of(), MONDAY_NOON));
    }

    @Test
    void of_what_was_missed_only_the_latest_is_made_up_for() {
        Instant friday = TUESDAY.plus(DAY.multipliedBy(3));

        assertThat(at(MissedPolicy.LATEST, friday.plus(Duration.ofHours(5))))
                .isEqualTo(new DueDeliveries(List.of(friday), friday));
    }

    @Test
    void what_was_missed_is_skipped_if_one_wishes_so_and_counts_as_handled() {
        Instant friday = TUESDAY.plus(DAY.multipliedBy(3));

        assertThat(at(MissedPolicy.SKIP, friday.plus(Duration.ofMinutes(15))))
                .as("late, not missed")
                .isEqualTo(new DueDeliveries(List.of(friday), friday));
        assertThat(at(MissedPolicy.SKIP, friday.plus(Duration.ofMinutes(15)).plusMillis(1)))
                .isEqualTo(new DueDeliveries(List.of(), friday));
    }

    @Test
    void all_that_was_missed_is_made_up_for_in_order_if_one_wishes_so() {
        Instant wednesday = TUESDAY.plus(DAY);

        assertThat(at(MissedPolicy.ALL, wednesday.plus(Duration.ofHours(5))))
                .isEqualTo(new DueDeliveries(List.of(TUESDAY, wednesday), wednesday));
    }

    @Test
    void never_more_than_the_newest_hundred_are_made_up_for() {
        Instant last = TUESDAY.plus(DAY.multipliedBy(364));

        DueDeliveries due = at(MissedPolicy.ALL, last);

        assertThat(due.occurrences()).hasSize(100).startsWith(last.minus(DAY.multipliedBy(99)));
        assertThat(due.handledUpTo()).isEqualTo(last);
    }

    @Test
    void what_is_due_this_very_moment_is_due_under_every_policy() {
        for (MissedPolicy missed : MissedPolicy.values()) {
            assertThat(at(missed, TUESDAY)).isEqualTo(new DueDeliveries(List.of(TUESDAY), TUESDAY));
            assertThat(at(missed, TUESDAY.minusNanos(1))).isEqualTo(new DueDeliveries(List.of(), MONDAY_NOON));
        }
    }

    private static DueDeliveries at(MissedPolicy missed, Instant now) {
        return new ScheduleProgress(schedule("daily", missed), MONDAY_NOON).dueAt(now);
    }

    private static Schedule schedule(String frequency, MissedPolicy missed) {
        return new Schedule(frequency, "UTC", null, null, null, missed, List.of(), false, List.of("ada@example.org"));
    }

    private ScheduleProgress progress(UUID schedule) {
        return ScheduleProgress.of(project, schedule).orElseThrow();
    }

    private <T> void set(Cell<T> cell, T value, Instant at) {
        var stamp = new Stamp(project.revision() + 1, ANNA, at, "Set something", false);
        project = cell.with(project, Optional.of(value))
                .at(project.revision() + 1, at, project.stamps().with(cell.path(), stamp));
    }
}
