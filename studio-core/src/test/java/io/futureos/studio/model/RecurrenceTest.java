package io.futureos.studio.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecurrenceTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    @Test
    void an_occurrence_is_strictly_after_the_moment() {
        Recurrence daily = Recurrence.daily(MORNING, ZoneOffset.UTC);
        Instant eight = Instant.parse("2026-01-05T08:00:00Z");

        assertThat(daily.nextAfter(eight.minusNanos(1))).contains(eight);
        assertThat(daily.nextAfter(eight)).contains(eight.plus(Duration.ofDays(1)));
    }

    @Test
    void the_week_has_its_day() {
        Recurrence fridays = Recurrence.weekly(DayOfWeek.FRIDAY, MORNING, OSLO);

        assertThat(fridays.nextAfter(Instant.parse("2026-01-05T00:00:00Z")))
                .contains(Instant.parse("2026-01-09T07:00:00Z"));
    }

    @Test
    void a_shorter_month_has_it_on_its_last_day() {
        assertThat(told(Recurrence.monthly(31, MORNING, ZoneOffset.UTC), "2027-12-31T08:00:00Z", 4))
                .containsExactly(
                        "2028-01-31T08:00:00Z", "2028-02-29T08:00:00Z", "2028-03-31T08:00:00Z", "2028-04-30T08:00:00Z");
        assertThat(told(Recurrence.monthly(29, MORNING, ZoneOffset.UTC), "2026-01-31T08:00:00Z", 2))
                .containsExactly("2026-02-28T08:00:00Z", "2026-03-29T08:00:00Z");
    }

    @Test
    void months_of_an_interval_are_multiplied_and_never_added_up() {
        assertThat(told(interval("R4/2026-01-31T08:00/P1M"), "2000-01-01T00:00:00Z", 9))
                .containsExactly(
                        "2026-01-31T08:00:00Z", "2026-02-28T08:00:00Z", "2026-03-31T08:00:00Z", "2026-04-30T08:00:00Z");
    }

    @Test
    void a_leap_day_comes_back_in_leap_years() {
        assertThat(told(interval("R/2028-02-29T08:00/P1Y"), "2030-03-01T00:00:00Z", 3))
                .containsExactly("2031-02-28T08:00:00Z", "2032-02-29T08:00:00Z", "2033-02-28T08:00:00Z");
    }

    @Test
    void n_occurrences_begin_with_the_start() {
        assertThat(told(interval("R2/2026-01-05T08:00/PT90M"), "2000-01-01T00:00:00Z", 9))
                .containsExactly("2026-01-05T08:00:00Z", "2026-01-05T09:30:00Z");
        assertThat(interval("R1/2026-01-05T08:00/P1D").nextAfter(Instant.parse("2026-01-05T08:00:00Z")))
                .isEmpty();
        assertThat(interval("R0/2026-01-05T08:00/P1D").nextAfter(Instant.MIN)).isEmpty();
    }

    @Test
    void dates_and_times_of_a_period_add_up() {
        assertThat(told(interval("R/2026-01-31T23:30:15.5/P1Y1M1W1DT1H1M1S"), "2026-01-01T00:00:00Z", 3))
                .containsExactly("2026-01-31T23:30:15.500Z", "2027-03-09T00:31:16.500Z", "2028-04-17T01:32:17.500Z");
    }

    @Test
    void the_start_is_meant_in_the_zone_unless_it_has_an_offset() {
        assertThat(Recurrence.parse("R/2026-07-01T08:00/P1D", OSLO)
                        .orElseThrow()
                        .nextAfter(Instant.EPOCH))
                .contains(Instant.parse("2026-07-01T06:00:00Z"));
        assertThat(Recurrence.parse("R/2026-07-01T08:00+01:00/P1D", OSLO)
                        .orElseThrow()
                        .nextAfter(Instant.EPOCH))
                .contains(Instant.parse("2026-07-01T07:00:00Z"));
    }

    @Test
    void of_many_only_the_newest_are_told_if_no_more_are_wanted() {
        Recurrence hourly = interval("R/2026-01-01T00:00/PT1H");

        assertThat(hourly.newest(2, Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-01T05:00:00Z")))
                .containsExactly(Instant.parse("2026-01-01T04:00:00Z"), Instant.parse("2026-01-01T05:00:00Z"));
        assertThat(hourly.newest(9, Instant.parse("2026-01-01T03:00:00Z"), Instant.parse("2026-01-01T05:30:00Z")))
                .containsExactly(Instant.parse("2026-01-01T04:00:00Z"), Instant.parse("2026-01-01T05:00:00Z"));
        assertThat(hourly.newest(9, Instant.parse("2026-01-01T03:00:00Z"), Instant.parse("2025-01-01T05:30:00Z")))
                .isEmpty();
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_start_of_long_ago_costs_nothing() {
        Recurrence minutes = interval("R/0001-01-01T00:00/PT1M");
        Instant after = Instant.parse("2026-01-01T00:00:30Z");
        for (int i = 0; i < 1_000; i++) {
            Instant next = minutes.nextAfter(after).orElseThrow();
            assertThat(next).isEqualTo(after.plusSeconds(30));
            after = after.plus(Duration.ofDays(1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R/2026-01-05T08:00/P999999Y",
                "R/2026-01-05T08:00/P999999Y999999M999999W999999DT999999H999999M999999S",
                "R/2026-01-05T08:00/PT1S",
                "R/+999999999-12-31T08:00/P1D",
                "R/+999999999-12-31T05:00:00-18:00/PT1S",
                "R/-999999999-01-01T00:00:00+18:00/P1M",
                "R999999/2026-01-05T08:00/P1D"
            })
    void beyond_the_end_of_time_nothing_comes_due(String text) {
        Recurrence recurrence = interval(text);

        assertThat(recurrence.nextAfter(Instant.MAX)).isEmpty();
        assertThat(recurrence.nextAfter(Instant.MIN)).isPresent();
        assertThat(recurrence.newest(3, Instant.MIN, Instant.MAX)).hasSizeBetween(1, 3);
        assertThat(recurrence.newest(3, Instant.MAX, Instant.MIN)).isEmpty();
    }

    @Test
    void what_would_begin_after_the_end_of_time_never_does() {
        assertThat(interval("R/+999999999-12-31T23:59:59-18:00/PT1S").nextAfter(Instant.MIN))
                .isEmpty();
    }

    @Test
    void named_frequencies_end_with_time_too() {
        for (String zone : List.of("UTC", "Europe/Oslo", "Pacific/Kiritimati", "Antarctica/Troll", "-18:00")) {
            for (Recurrence recurrence : List.of(
                    Recurrence.daily(MORNING, ZoneId.of(zone)),
                    Recurrence.weekly(DayOfWeek.SUNDAY, MORNING, ZoneId.of(zone)),
                    Recurrence.monthly(31, MORNING, ZoneId.of(zone)))) {
                assertThat(recurrence.nextAfter(Instant.MAX)).isEmpty();
                assertThat(recurrence.nextAfter(Instant.MIN)).isPresent();
            }
        }
    }

    @Test
    void a_schedule_says_when_it_comes_due() {
        Instant monday = Instant.parse("2026-01-05T12:00:00Z");
        List<String> nobody = List.of();

        assertThat(next(new Schedule("daily", "Europe/Oslo", nobody), monday)).isEqualTo("2026-01-06T07:00:00Z");
        assertThat(next(new Schedule("weekly", "Europe/Oslo", nobody), monday)).isEqualTo("2026-01-12T07:00:00Z");
        assertThat(next(new Schedule("monthly", "Europe/Oslo", nobody), monday)).isEqualTo("2026-02-01T07:00:00Z");
        assertThat(next(new Schedule("R/2026-01-05T08:00/PT6H", "Europe/Oslo", nobody), monday))
                .isEqualTo("2026-01-05T13:00:00Z");
    }

    @Test
    void a_zone_or_frequency_of_the_future_comes_due_elsewhere() {
        assertThat(Recurrence.of(new Schedule("daily", "Mars/Olympus", List.of())))
                .isEmpty();
        assertThat(Recurrence.of(new Schedule("yearly", "UTC", List.of()))).isEmpty();
    }

    private static String next(Schedule schedule, Instant after) {
        return Recurrence.of(schedule)
                .orElseThrow()
                .nextAfter(after)
                .orElseThrow()
                .toString();
    }

    private static Recurrence interval(String text) {
        return Recurrence.parse(text, ZoneOffset.UTC).orElseThrow();
    }

    private static List<String> told(Recurrence recurrence, String after, int most) {
        var told = new ArrayList<String>();
        Instant next = recurrence.nextAfter(Instant.parse(after)).orElse(null);
        while (next != null && told.size() < most) {
            told.add(next.toString());
            next = recurrence.nextAfter(next).orElse(null);
        }
        return told;
    }
}
