package io.futureos.studio.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Compares with calendars that are walked day by day, and with intervals that are counted from their start. */
class RecurrencePropertyTest {

    private static final int DAYS_WALKED = 150;
    private static final int COUNTED = 60;

    /** What is compared, and what it should tell, in order and without a gap. */
    record Case(String name, Recurrence recurrence, List<Instant> expected) {

        @Override
        public String toString() {
            return name;
        }
    }

    @Property(tries = 400)
    void one_after_the_other_all_occurrences_are_told_and_no_others(@ForAll("cases") Case sample) {
        List<Instant> expected = sample.expected();

        var told = new ArrayList<Instant>();
        Instant after = expected.get(0).minusNanos(1);
        for (int i = 0; i < expected.size(); i++) {
            Instant next = sample.recurrence().nextAfter(after).orElseThrow();
            assertThat(next).isAfter(after);
            told.add(next);
            after = next;
        }

        assertThat(told).isEqualTo(expected);
    }

    @Property(tries = 400)
    void after_any_moment_the_first_that_is_later_is_told(
            @ForAll("cases") Case sample, @ForAll("fractions") double fraction) {
        List<Instant> expected = sample.expected();
        Instant first = expected.get(0);
        Instant last = expected.get(expected.size() - 1);
        Instant moment = first.plusSeconds((long) (fraction * (last.getEpochSecond() - first.getEpochSecond())));
        List<Instant> later =
                expected.stream().filter(each -> each.isAfter(moment)).toList();

        if (!later.isEmpty()) {
            assertThat(sample.recurrence().nextAfter(moment)).contains(later.get(0));
            assertThat(sample.recurrence().newest(COUNTED + DAYS_WALKED, moment, last))
                    .isEqualTo(later);
            assertThat(sample.recurrence().newest(3, moment, last))
                    .isEqualTo(later.subList(Math.max(0, later.size() - 3), later.size()));
        }
    }

    @Provide
    Arbitrary<Double> fractions() {
        return Arbitraries.doubles().between(0, 1);
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.oneOf(daily(), weekly(), monthly(), intervals());
    }

    private static Arbitrary<Case> daily() {
        return Combinators.combine(days(), times(), zones())
                .as((from, time, zone) -> walked(
                        "daily " + time + " " + zone + " from " + from,
                        Recurrence.daily(time, zone),
                        from,
                        date -> true,
                        time,
                        zone));
    }

    private static Arbitrary<Case> weekly() {
        return Combinators.combine(days(), times(), zones(), Arbitraries.of(DayOfWeek.class))
                .as((from, time, zone, weekday) -> walked(
                        weekday + " " + time + " " + zone + " from " + from,
                        Recurrence.weekly(weekday, time, zone),
                        from,
                        date -> date.getDayOfWeek() == weekday,
                        time,
                        zone));
    }

    private static Arbitrary<Case> monthly() {
        return Combinators.combine(
                        days(), times(), zones(), Arbitraries.integers().between(1, 31))
                .as((from, time, zone, day) -> walked(
                        "monthly on " + day + " " + time + " " + zone + " from " + from,
                        Recurrence.monthly(day, time, zone),
                        from,
                        date -> date.getDayOfMonth() == Math.min(day, date.lengthOfMonth()),
                        time,
                        zone));
    }

    private static Case walked(
            String name,
            Recurrence recurrence,
            LocalDate from,
            Predicate<LocalDate> isDue,
            LocalTime time,
            ZoneId zone) {
        var expected = new TreeSet<Instant>();
        for (int i = 0; i < DAYS_WALKED; i++) {
            LocalDate date = from.plusDays(i);
            if (isDue.test(date)) {
                expected.add(LocalTimes.moment(date.atTime(time), zone.getRules()));
            }
        }
        return new Case(name, recurrence, List.copyOf(expected));
    }

    private static Arbitrary<Case> intervals() {
        Arbitrary<Period> dates = Combinators.combine(
                        Arbitraries.of(0, 0, 0, 1, 4, 100),
                        Arbitraries.of(0, 0, 1, 2, 11, 12, 13),
                        Arbitraries.of(0, 0, 1, 6, 7, 30, 366))
                .as(Period::of);
        Arbitrary<Duration> durations = Arbitraries.of("PT0S", "PT1M", "PT59M59S", "PT24H", "PT25H", "PT1000H")
                .map(Duration::parse);
        Arbitrary<LocalDateTime> starts = Combinators.combine(days(), times()).as(LocalDate::atTime);
        return Combinators.combine(starts, zones(), dates, durations)
                .filter((start, zone, days, times) -> !days.isZero() || !times.isZero())
                .as(RecurrencePropertyTest::counted);
    }

    private static Case counted(LocalDateTime start, ZoneId zone, Period dates, Duration times) {
        ZoneRules rules = zone.getRules();
        var expected = new TreeSet<Instant>();
        for (int k = 0; k < COUNTED; k++) {
            LocalDateTime local = start.plus(dates.multipliedBy(k));
            expected.add(LocalTimes.moment(local, rules).plus(times.multipliedBy(k)));
        }
        String text = "R" + COUNTED + "/" + start + ":00/" + (dates.isZero() ? "P" : dates)
                + (times.isZero() ? "" : times.toString().substring(1));
        return new Case(text + " " + zone, Recurrence.parse(text, zone).orElseThrow(), List.copyOf(expected));
    }

    /** Some of the past too, when whole dates were skipped, and the turn of a year or of February. */
    private static Arbitrary<LocalDate> days() {
        return Arbitraries.oneOf(
                Arbitraries.longs()
                        .between(
                                LocalDate.of(1970, 1, 31).toEpochDay(),
                                LocalDate.of(2100, 1, 1).toEpochDay())
                        .map(LocalDate::ofEpochDay),
                Arbitraries.of(
                        LocalDate.of(2011, 12, 1),
                        LocalDate.of(1994, 12, 30),
                        LocalDate.of(2025, 12, 31),
                        LocalDate.of(2027, 1, 31),
                        LocalDate.of(2028, 1, 30),
                        LocalDate.of(2028, 2, 29)));
    }

    private static Arbitrary<LocalTime> times() {
        return Arbitraries.oneOf(
                Arbitraries.of(LocalTime.MIDNIGHT, LocalTime.of(2, 0), LocalTime.of(2, 30), LocalTime.of(23, 59)),
                Arbitraries.integers().between(0, 24 * 60 - 1).map(LocalTime.MIDNIGHT::plusMinutes));
    }

    private static Arbitrary<ZoneId> zones() {
        return Arbitraries.oneOf(
                Arbitraries.of(new TreeSet<>(ZoneId.getAvailableZoneIds())).map(ZoneId::of),
                Arbitraries.of(
                                "UTC",
                                "Europe/Oslo",
                                "Pacific/Apia",
                                "Pacific/Kiritimati",
                                "Australia/Lord_Howe",
                                "+05:30")
                        .map(ZoneId::of));
    }
}
