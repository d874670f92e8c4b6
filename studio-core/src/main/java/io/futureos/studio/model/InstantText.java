package io.futureos.studio.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Instants as text in ISO 8601 UTC, for example {@code 2025-01-01T12:00:00.123456Z}. Writes and reads what {@link Instant}
 * itself does, whose formatter takes any form and ten times as long: each cell of a project bears an instant or two.
 */
public final class InstantText {

    private static final long DAY = 86_400;
    private static final int NANOS = 1_000_000_000;
    private static final long FIRST = LocalDate.of(0, 1, 1).toEpochDay() * DAY;
    private static final long END = LocalDate.of(10_000, 1, 1).toEpochDay() * DAY;

    private InstantText() {}

    /** The text of an instant, like {@link Instant#toString}. */
    public static String of(Instant instant) {
        long seconds = instant.getEpochSecond();
        if (seconds < FIRST || seconds >= END) {
            return instant.toString();
        }
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, DAY));
        int ofDay = (int) Math.floorMod(seconds, DAY);
        var text = new StringBuilder(30);
        put(text, date.getYear(), 1_000);
        put(text.append('-'), date.getMonthValue(), 10);
        put(text.append('-'), date.getDayOfMonth(), 10);
        put(text.append('T'), ofDay / 3_600, 10);
        put(text.append(':'), ofDay / 60 % 60, 10);
        put(text.append(':'), ofDay % 60, 10);
        putFraction(text, instant.getNano());
        return text.append('Z').toString();
    }

    private static void put(StringBuilder text, int number, int highest) {
        for (int place = highest; place > 0; place /= 10) {
            text.append((char) ('0' + number / place % 10));
        }
    }

    /** None, or as many groups of three digits as it needs. */
    private static void putFraction(StringBuilder text, int nanos) {
        if (nanos == 0) {
            return;
        }
        text.append('.');
        int left = nanos;
        for (int unit = NANOS / 1_000; left > 0; unit /= 1_000) {
            put(text, left / unit, 100);
            left %= unit;
        }
    }

    /**
     * The instant of a text, like {@link Instant#parse}.
     *
     * @throws DateTimeParseException if it is none
     */
    public static Instant read(String text) {
        Instant plain = plain(text);
        return plain == null ? Instant.parse(text) : plain;
    }

    /**
     * Reads the form that is written here; null for any other.
     */
    private static @Nullable Instant plain(String text) {
        int end = text.length() - 1;
        if (end < 19 || end > 29 || end == 20 || !hasPlainShape(text, end)) {
            return null;
        }
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        if (hour > 23 || minute > 59 || second > 59 || month < 1 || month > 12 || day < 1 || day > 28) {
            return null; // also days that only some months have: the JDK knows which
        }
        long epochDay = LocalDate.of(digits(text, 0, 4), month, day).toEpochDay();
        long nanos = 0;
        for (int i = 20; i < 29; i++) {
            nanos = nanos * 10 + (i < end ? text.charAt(i) - '0' : 0);
        }
        return Instant.ofEpochSecond(epochDay * 86_400 + hour * 3_600L + minute * 60L + second, nanos);
    }

    private static boolean hasPlainShape(String text, int end) {
        for (int i = 0; i <= end; i++) {
            char c = text.charAt(i);
            boolean isRight = switch (i) {
                case 4, 7 -> c == '-';
                case 10 -> c == 'T';
                case 13, 16 -> c == ':';
                case 19 -> end == 19 ? c == 'Z' : c == '.';
                default -> i == end ? c == 'Z' : c >= '0' && c <= '9';
            };
            if (!isRight) {
                return false;
            }
        }
        return true;
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }
}
