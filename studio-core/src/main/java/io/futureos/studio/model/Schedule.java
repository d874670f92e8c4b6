package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a report is to be delivered, how, and to whom. What fits the frequency and is left out has its default; {@link
 * Recurrence} says which moments these are.
 *
 * @param frequency {@code daily}, {@code weekly}, {@code monthly} or an ISO-8601 repeating interval
 * @param timeZone an IANA time zone, for example {@code Europe/Oslo}
 * @param time of day, in whole minutes; null if and only if the frequency is an interval, which says it itself
 * @param weekday null if and only if the frequency is not weekly
 * @param dayOfMonth 1 to 31, a shorter month has it on its last day; null if and only if the frequency is not monthly
 * @param missed what becomes of deliveries that came due while no node was running
 * @param formats of the files to attach, each once; empty leaves the choice to the Studio
 * @param refresh whether everything is brought up to date before the report is delivered
 */
public record Schedule(
        String frequency,
        String timeZone,
        @Nullable LocalTime time,
        @Nullable DayOfWeek weekday,
        @Nullable Integer dayOfMonth,
        MissedPolicy missed,
        List<ExportFormat> formats,
        boolean refresh,
        List<String> recipients) {

    public static final String DAILY = "daily";
    public static final String WEEKLY = "weekly";
    public static final String MONTHLY = "monthly";

    /** The frequencies that have a name; every other one is an interval. */
    public static final List<String> NAMED = List.of(DAILY, WEEKLY, MONTHLY);

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    public Schedule {
        requireNonNull(frequency, "frequency");
        requireNonNull(timeZone, "timeZone");
        requireNonNull(missed, "missed");
        formats = List.copyOf(formats);
        recipients = List.copyOf(recipients);
        time = fitting("time", time, MORNING, NAMED.contains(frequency), frequency);
        weekday = fitting("weekday", weekday, DayOfWeek.MONDAY, frequency.equals(WEEKLY), frequency);
        dayOfMonth = fitting("dayOfMonth", dayOfMonth, 1, frequency.equals(MONTHLY), frequency);
        if (time != null && !time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
            throw new IllegalArgumentException("time is " + time + ". Give whole minutes.");
        }
        if (dayOfMonth != null && (dayOfMonth < 1 || dayOfMonth > 31)) {
            throw new IllegalArgumentException("dayOfMonth is " + dayOfMonth + ". Give a whole number from 1 to 31.");
        }
        if (Set.copyOf(formats).size() < formats.size()) {
            throw new IllegalArgumentException("formats is " + formats + ". Give each only once.");
        }
    }

    /** A schedule with the defaults: in the morning, on Monday, on the first; the newest missed delivery made up for. */
    public Schedule(String frequency, String timeZone, List<String> recipients) {
        this(frequency, timeZone, null, null, null, MissedPolicy.LATEST, List.of(), false, recipients);
    }

    /** How many recipients there are, in words. */
    public String recipientsCounted() {
        return recipients.size() + (recipients.size() == 1 ? " recipient" : " recipients");
    }

    private static <T> @Nullable T fitting(
            String component, @Nullable T value, T standard, boolean fits, String frequency) {
        if (!fits && value != null) {
            throw new IllegalArgumentException(
                    component + " is " + value + ", but the frequency is " + frequency + ". Give null.");
        }
        return fits ? requireNonNullElse(value, standard) : null;
    }
}
