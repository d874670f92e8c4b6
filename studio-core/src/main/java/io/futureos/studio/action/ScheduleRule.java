package io.futureos.studio.action;

import io.futureos.studio.model.Recurrence;
import io.futureos.studio.model.Schedule;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** When a report is sent, and to whom. */
enum ScheduleRule implements Rule<String> {
    FREQUENCY("Give daily, weekly, monthly, or an ISO-8601 repeating interval of a minute or more, such as "
            + "R/2026-01-05T08:00:00Z/P1W.") {
        @Override
        public Optional<String> problem(String text) {
            return Schedule.NAMED.contains(text) ? Optional.empty() : problemOfInterval(text);
        }

        @Override
        boolean holds(String text) {
            return problem(text).isEmpty();
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
    TIME("Give a time of day as HH:mm, such as 08:00.") {
        @Override
        boolean holds(String text) {
            return TIME_OF_DAY.matcher(text).matches();
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

    private static final Pattern TIME_OF_DAY = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    /** Nobody wants reports more often than this. */
    private static final Duration SHORTEST_PERIOD = Duration.ofMinutes(1);

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

    private static Optional<String> problemOfInterval(String text) {
        Recurrence interval = Recurrence.parse(text, ZoneOffset.UTC).orElse(null);
        if (interval == null) {
            return Optional.of("is " + Shown.of(text));
        }
        if (interval.isNever()) {
            return Optional.of("is " + Shown.of(text) + ", which never comes due");
        }
        return interval.isMoreOftenThan(SHORTEST_PERIOD)
                ? Optional.of("is " + Shown.of(text) + ", which comes due more often than once a minute")
                : Optional.empty();
    }
}
