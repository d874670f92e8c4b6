package io.futureos.studio.model;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Every change of every clock that java.time knows of in three years, and some of the past that are like no other. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DaylightSavingTest {

    private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2028-01-01T00:00:00Z");

    private record Change(ZoneId zone, ZoneOffsetTransition transition) {

        ZoneRules rules() {
            return zone.getRules();
        }

        LocalDate date() {
            return transition.getDateTimeBefore().toLocalDate();
        }

        /** When clocks first show something that they skip or show twice. */
        LocalDateTime from() {
            return transition.isGap() ? transition.getDateTimeBefore() : transition.getDateTimeAfter();
        }

        /** When clocks first show again what they neither skip nor show twice. */
        LocalDateTime until() {
            return transition.isGap() ? transition.getDateTimeAfter() : transition.getDateTimeBefore();
        }

        /** Before, at the beginning, within, at the end, and after. */
        Stream<LocalTime> times() {
            long seconds = Math.abs(transition.getDuration().toSeconds());
            return Stream.of(
                            from().minusMinutes(1),
                            from(),
                            from().plusSeconds(seconds / 2),
                            until().minusMinutes(1),
                            until(),
                            until().plusMinutes(1))
                    .map(LocalDateTime::toLocalTime);
        }
    }

    private static List<Change> changes() {
        var changes = new ArrayList<Change>();
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(id);
            ZoneOffsetTransition next = zone.getRules().nextTransition(FROM);
            while (next != null && next.getInstant().isBefore(TO)) {
                changes.add(new Change(zone, next));
                next = zone.getRules().nextTransition(next.getInstant());
            }
        }
        return changes;
    }

    @Test
    void every_change_is_looked_at() {
        assertThat(changes().stream().map(change -> change.zone().getId()).collect(toSet()))
                .hasSizeGreaterThan(100)
                .contains(
                        "Australia/Lord_Howe",
                        "Antarctica/Troll",
                        "Africa/Casablanca",
                        "America/Havana",
                        "America/Nuuk",
                        "Asia/Gaza",
                        "Europe/Oslo");
        assertThat(changes()).hasSizeGreaterThan(600);
    }

    @Test
    void each_date_has_one_occurrence_of_what_is_daily_and_it_is_where_the_rules_put_it() {
        for (Change change : changes()) {
            change.times().forEach(time -> {
                List<Instant> expected = dates(change, 3)
                        .map(date -> LocalTimes.moment(date.atTime(time), change.rules()))
                        .toList();

                assertThat(expected).doesNotHaveDuplicates();
                assertThat(occurrences(Recurrence.daily(time, change.zone()), expected))
                        .as("%s at %s around %s", change.zone(), time, change.transition())
                        .isEqualTo(expected);
            });
        }
    }

    @Test
    void the_change_is_met_by_what_is_weekly_and_monthly_too() {
        for (Change change : changes()) {
            LocalTime time = change.from().toLocalTime();
            LocalDate date = change.from().toLocalDate();
            List<Instant> weeks = Stream.of(-1, 0, 1)
                    .map(weeksLater ->
                            LocalTimes.moment(date.plusWeeks(weeksLater).atTime(time), change.rules()))
                    .toList();
            List<Instant> months = Stream.of(-1, 0, 1)
                    .map(monthsLater -> date.withDayOfMonth(1).plusMonths(monthsLater))
                    .map(month -> month.withDayOfMonth(Math.min(date.getDayOfMonth(), month.lengthOfMonth())))
                    .map(day -> LocalTimes.moment(day.atTime(time), change.rules()))
                    .toList();

            assertThat(occurrences(Recurrence.weekly(date.getDayOfWeek(), time, change.zone()), weeks))
                    .as("%s weekly around %s", change.zone(), change.transition())
                    .isEqualTo(weeks);
            assertThat(occurrences(Recurrence.monthly(date.getDayOfMonth(), time, change.zone()), months))
                    .as("%s monthly around %s", change.zone(), change.transition())
                    .isEqualTo(months);
        }
    }

    @Test
    void an_interval_of_a_day_keeps_the_time_of_day_and_one_of_24_hours_does_not() {
        String start = "R/2026-03-28T02:30";
        ZoneId oslo = ZoneId.of("Europe/Oslo");
        Instant before = Instant.parse("2026-03-28T00:00:00Z");
        Instant after = Instant.parse("2026-03-31T00:00:00Z");

        assertThat(Recurrence.parse(start + "/P1D", oslo).orElseThrow().newest(9, before, after))
                .containsExactly(
                        Instant.parse("2026-03-28T01:30:00Z"),
                        Instant.parse("2026-03-29T01:30:00Z"), // 03:30, as 02:30 does not exist
                        Instant.parse("2026-03-30T00:30:00Z"));
        assertThat(Recurrence.parse(start + "/PT24H", oslo).orElseThrow().newest(9, before, after))
                .containsExactly(
                        Instant.parse("2026-03-28T01:30:00Z"),
                        Instant.parse("2026-03-29T01:30:00Z"),
                        Instant.parse("2026-03-30T01:30:00Z"));
        assertThat(Recurrence.parse(start + "+01:00/P1D", oslo).orElseThrow().newest(9, before, after))
                .containsExactly(
                        Instant.parse("2026-03-28T01:30:00Z"),
                        Instant.parse("2026-03-29T01:30:00Z"),
                        Instant.parse("2026-03-30T01:30:00Z"));
    }

    @Test
    void midnight_that_does_not_exist_is_one_o_clock() {
        Recurrence midnight = Recurrence.daily(LocalTime.MIDNIGHT, ZoneId.of("America/Havana"));

        assertThat(midnight.newest(9, Instant.parse("2026-03-07T12:00:00Z"), Instant.parse("2026-03-09T12:00:00Z")))
                .containsExactly(Instant.parse("2026-03-08T05:00:00Z"), Instant.parse("2026-03-09T04:00:00Z"));
    }

    @Test
    void what_is_put_forward_past_midnight_stays_the_occurrence_of_its_date() {
        Recurrence late = Recurrence.daily(LocalTime.of(23, 30), ZoneId.of("America/Nuuk"));

        assertThat(late.newest(9, Instant.parse("2026-03-28T12:00:00Z"), Instant.parse("2026-03-30T12:00:00Z")))
                .containsExactly(
                        Instant.parse("2026-03-29T01:30:00Z"), // 00:30 on the 29th, for the 28th
                        Instant.parse("2026-03-30T00:30:00Z"));
    }

    @Test
    void a_date_that_does_not_exist_has_its_occurrence_on_the_next() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        LocalTime time = LocalTime.of(8, 0);
        Instant before = Instant.parse("2011-12-29T00:00:00Z");
        Instant after = Instant.parse("2012-01-02T00:00:00Z");
        Instant the29th = Instant.parse("2011-12-29T18:00:00Z");
        Instant the31st = Instant.parse("2011-12-30T18:00:00Z");
        Instant the1st = Instant.parse("2011-12-31T18:00:00Z");

        assertThat(Recurrence.daily(time, apia).newest(9, before, after))
                .as("the 30th and the 31st are one")
                .startsWith(the29th, the31st, the1st);
        assertThat(Recurrence.daily(time, apia).nextAfter(the29th)).contains(the31st);
        assertThat(Recurrence.daily(time, apia).nextAfter(the31st)).contains(the1st);
        assertThat(Recurrence.monthly(30, time, apia).newest(9, before, after)).containsExactly(the31st);
        assertThat(Recurrence.weekly(DayOfWeek.FRIDAY, time, apia).newest(9, before, after))
                .containsExactly(the31st);
    }

    private static Stream<LocalDate> dates(Change change, int around) {
        LocalDate first = change.date().minusDays(around);
        return first.datesUntil(first.plusDays(2L * around + 1), Period.ofDays(1));
    }

    /** What {@code recurrence} tells, one after the other, from just before the first to the last of these. */
    private static List<Instant> occurrences(Recurrence recurrence, List<Instant> bounds) {
        Instant last = bounds.get(bounds.size() - 1);
        var occurrences = new ArrayList<Instant>();
        Instant after = bounds.get(0).minusNanos(1);
        while (after.isBefore(last) && occurrences.size() <= bounds.size()) {
            after = recurrence.nextAfter(after).orElseThrow();
            occurrences.add(after);
        }
        return occurrences;
    }
}
