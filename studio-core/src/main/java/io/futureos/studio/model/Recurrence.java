package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * When something comes due again and again: an ISO-8601 repeating interval in a time zone.
 *
 * <p>Occurrence {@code k}, counted from 0, is {@code start + k x period}. It is multiplied, never added up: a month after
 * January 31 is the last of February, two months after it is March 31. Years, months, weeks and days are added to the
 * local date and time; the moment that this is in the time zone is looked up then, and hours, minutes and seconds are
 * added to the moment. So a day later is the same time of day, and 24 hours later is 24 hours later.
 *
 * <p>A local time that does not exist, because clocks are put forward, means the one as much later as clocks are put
 * forward. One that exists twice, because clocks are put back, means the earlier. So every date has one occurrence of what
 * is daily. Where a whole date does not exist (Samoa had no 2011-12-30 when it moved across the date line), its occurrence
 * is put off to the same time of the next date; if that has one of its own, both are one.
 *
 * <p>{@code daily}, {@code weekly} and {@code monthly} are intervals that began in January 1970 and never end. Nothing
 * comes due after the year 999,999,999, where {@link LocalDateTime} ends.
 */
public final class Recurrence {

    static final long NO_END = Long.MAX_VALUE;

    private static final LocalDate FIRST_OF_JANUARY = LocalDate.EPOCH;
    private static final long DAY = ChronoUnit.DAYS.getDuration().toSeconds();
    private static final long MEAN_MONTH = ChronoUnit.MONTHS.getDuration().toSeconds();

    private static final Instant END_OF_TIME = LocalDateTime.MAX.toInstant(ZoneOffset.UTC);

    /** More than local times ever stray from where months of mean length would put them, in seconds. */
    private static final long STRAY = 20 * DAY;

    private final LocalDateTime start;
    private final ZoneId zone;
    private final long months;
    private final long days;
    private final Duration times;
    private final long count;

    /**
     * The parts of an interval; those of its period are not negative, and one is more than nothing.
     *
     * @param start as clocks in the zone show it
     * @param times the period's hours, minutes and seconds
     */
    Recurrence(LocalDateTime start, ZoneId zone, long months, long days, Duration times, long count) {
        this.start = start;
        this.zone = zone;
        this.months = months;
        this.days = days;
        this.times = times;
        this.count = count;
    }

    /**
     * When {@code schedule} comes due; empty if that can't be told here, because a newer Java or a newer version of this
     * library knows a time zone or frequency that this one does not.
     */
    public static Optional<Recurrence> of(Schedule schedule) {
        try {
            ZoneId zone = ZoneId.of(schedule.timeZone());
            return switch (schedule.frequency()) {
                case Schedule.DAILY -> Optional.of(daily(time(schedule), zone));
                case Schedule.WEEKLY -> Optional.of(weekly(requireNonNull(schedule.weekday()), time(schedule), zone));
                case Schedule.MONTHLY ->
                    Optional.of(monthly(requireNonNull(schedule.dayOfMonth()), time(schedule), zone));
                default -> parse(schedule.frequency(), zone);
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalTime time(Schedule schedule) {
        return requireNonNull(schedule.time());
    }

    /** Every day. */
    public static Recurrence daily(LocalTime time, ZoneId zone) {
        return new Recurrence(FIRST_OF_JANUARY.atTime(time), zone, 0, 1, Duration.ZERO, NO_END);
    }

    /** Every week on that day. */
    public static Recurrence weekly(DayOfWeek weekday, LocalTime time, ZoneId zone) {
        LocalDate first = FIRST_OF_JANUARY.with(TemporalAdjusters.nextOrSame(weekday));
        return new Recurrence(first.atTime(time), zone, 0, 7, Duration.ZERO, NO_END);
    }

    /** Every month on that day, or on its last day if it is shorter. */
    public static Recurrence monthly(int dayOfMonth, LocalTime time, ZoneId zone) {
        LocalDate first = FIRST_OF_JANUARY.withDayOfMonth(dayOfMonth);
        return new Recurrence(first.atTime(time), zone, 1, 0, Duration.ZERO, NO_END);
    }

    /**
     * The interval {@code R[n]/start/period}; empty if {@code text} is none. A start with an offset goes by that offset all
     * year round.
     *
     * @param zone where a start without an offset is meant
     */
    public static Optional<Recurrence> parse(String text, ZoneId zone) {
        return RepeatingInterval.parse(text, zone);
    }

    /** Whether it never comes due, {@code R0}. */
    public boolean isNever() {
        return count == 0;
    }

    /** Whether it comes due again sooner than {@code least} after it came due. */
    public boolean isMoreOftenThan(Duration least) {
        return months == 0 && days == 0 && times.compareTo(least) < 0;
    }

    /** The first occurrence that is strictly after {@code moment}; empty if none is. */
    public Optional<Instant> nextAfter(Instant moment) {
        long next = firstAfter(moment);
        return next < count ? occurrence(next) : Optional.empty();
    }

    /**
     * The occurrences after {@code after} and up to {@code upTo}, which counts, oldest first; of more than {@code most} only
     * the newest.
     */
    public List<Instant> newest(int most, Instant after, Instant upTo) {
        long end = firstAfter(upTo);
        return LongStream.range(Math.max(firstAfter(after), end - most), end)
                .mapToObj(this::occurrence)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /**
     * The number of the first occurrence after {@code moment}; {@code count} if there is none. Guesses by the mean length of
     * the period and searches around the guess, so it costs the same however long ago the start is.
     */
    private long firstAfter(Instant moment) {
        long period = months * MEAN_MONTH + days * DAY + times.toSeconds();
        long passed =
                Math.min(moment.getEpochSecond(), END_OF_TIME.getEpochSecond()) - start.toEpochSecond(ZoneOffset.UTC);
        long guess = Math.floorDiv(passed, period);
        long margin = STRAY / period + 2;
        long low = Math.min(Math.max(guess - margin, 0), count);
        long high = Math.min(Math.max(guess + margin, 0), count);
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (isAfter(middle, moment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private boolean isAfter(long k, Instant moment) {
        return occurrence(k).map(occurrence -> occurrence.isAfter(moment)).orElse(true);
    }

    /** Occurrence {@code k}; empty if it lies beyond the end of time. */
    private Optional<Instant> occurrence(long k) {
        try {
            LocalDateTime local =
                    start.plusMonths(Math.multiplyExact(k, months)).plusDays(Math.multiplyExact(k, days));
            return Optional.of(local.atZone(zone).toInstant().plus(times.multipliedBy(k)))
                    .filter(occurrence -> !occurrence.isAfter(END_OF_TIME));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
