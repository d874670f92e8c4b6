package io.futureos.studio.action;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a report is sent, and to whom. */
enum ScheduleRule implements Rule<String> {
    FREQUENCY("Give daily, weekly, monthly, or an ISO-8601 repeating interval such as R/2026-01-05T08:00:00Z/P1W.") {
        @Override
        boolean holds(String text) {
            return NAMED.contains(text) || isRepeatingInterval(text);
        }
    },
    TIME_ZONE("Give an IANA time zone such as Europe/Oslo.") {
        @Override
        boolean holds(String text) {
            try {
                ZoneId.of(text);
                return true;
            } catch (DateTimeException e) {
                return false;
            }
        }
    },
    RECIPIENT("Give a mail address of 3 to 320 characters, such as ada@example.org.") {
        @Override
        boolean holds(String text) {
            int length = text.codePointCount(0, text.length());
            return length >= 3
                    && length <= 320
                    && text.indexOf('@') > 0
                    && text.lastIndexOf('@') < text.length() - 1
                    && text.chars().noneMatch(Character::isISOControl) // a line break would begin another mail header
                    && TextRule.malformed(text).isEmpty();
        }
    };

    private static final Set<String> NAMED = Set.of("daily", "weekly", "monthly");

    /** ISO 8601: {@code R[n]/start/period}. */
    private static final Pattern INTERVAL = Pattern.compile("R\\d{0,6}/([^/]{1,40})/([^/]{1,60})");

    /** ISO 8601: a date with a time of day; without an offset it is meant in the schedule's time zone. */
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** ISO 8601: years, months, weeks, days, then hours, minutes, seconds; at least one of them, none signed. */
    private static final Pattern PERIOD = Pattern.compile(
            "P(?=.)(\\d{1,6}Y)?(\\d{1,6}M)?(\\d{1,6}W)?(\\d{1,6}D)?" + "(T(?=.)(\\d{1,6}H)?(\\d{1,6}M)?(\\d{1,6}S)?)?");

    private static final Pattern MORE_THAN_NOTHING = Pattern.compile("[1-9]");

    private final String remedy;

    ScheduleRule(String remedy) {
        this.remedy = remedy;
    }

    abstract boolean holds(String text);

    @Override
    public Optional<String> problem(String text) {
        return holds(text) ? Optional.empty() : Optional.of("is " + Shown.of(text));
    }

    @Override
    public String remedy() {
        return remedy;
    }

    private static boolean isRepeatingInterval(String text) {
        Matcher interval = INTERVAL.matcher(text);
        return interval.matches() && isMoment(interval.group(1)) && isPeriod(interval.group(2));
    }

    private static boolean isMoment(String text) {
        try {
            return MOMENT.parse(text).isSupported(ChronoField.SECOND_OF_DAY);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isPeriod(String text) {
        return PERIOD.matcher(text).matches() && MORE_THAN_NOTHING.matcher(text).find();
    }
}
