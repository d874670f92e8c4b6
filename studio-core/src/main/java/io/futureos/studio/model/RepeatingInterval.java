package io.futureos.studio.model;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads ISO 8601's {@code R[n]/start/period}. */
final class RepeatingInterval {

    private static final Pattern INTERVAL = Pattern.compile("R(\\d{0,6})/([^/]{1,40})/([^/]{1,60})");

    /** A date with a time of day, and perhaps an offset. */
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** Years, months, weeks, days, then hours, minutes, seconds; at least one of them, none signed. */
    private static final Pattern PERIOD =
            Pattern.compile("P(?=.)(?:(?<years>\\d{1,6})Y)?(?:(?<months>\\d{1,6})M)?(?:(?<weeks>\\d{1,6})W)?"
                    + "(?:(?<days>\\d{1,6})D)?"
                    + "(?:T(?=.)(?:(?<hours>\\d{1,6})H)?(?:(?<minutes>\\d{1,6})M)?(?:(?<seconds>\\d{1,6})S)?)?");

    private static final Pattern MORE_THAN_NOTHING = Pattern.compile("[1-9]");

    private RepeatingInterval() {}

    static Optional<Recurrence> parse(String text, ZoneId zone) {
        Matcher interval = INTERVAL.matcher(text);
        if (!interval.matches()) {
            return Optional.empty();
        }
        Matcher period = PERIOD.matcher(interval.group(3));
        if (!period.matches() || !MORE_THAN_NOTHING.matcher(interval.group(3)).find()) {
            return Optional.empty();
        }
        return moment(interval.group(2)).map(start -> recurrence(interval.group(1), start, period, zone));
    }

    private static Optional<TemporalAccessor> moment(String text) {
        try {
            return Optional.of(MOMENT.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Recurrence recurrence(String count, TemporalAccessor start, Matcher period, ZoneId zone) {
        return new Recurrence(
                LocalDateTime.from(start),
                start.isSupported(ChronoField.OFFSET_SECONDS) ? ZoneOffset.from(start) : zone,
                12 * number(period, "years") + number(period, "months"),
                7 * number(period, "weeks") + number(period, "days"),
                Duration.ofHours(number(period, "hours"))
                        .plusMinutes(number(period, "minutes"))
                        .plusSeconds(number(period, "seconds")),
                count.isEmpty() ? Recurrence.NO_END : Long.parseLong(count));
    }

    private static long number(Matcher period, String unit) {
        String digits = period.group(unit);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
