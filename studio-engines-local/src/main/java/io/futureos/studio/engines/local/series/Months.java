package io.futureos.studio.engines.local.series;

import io.futureos.studio.engine.EngineException;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/** Months as whole numbers that can be counted with: twelve times the year plus the month from 0. */
public final class Months {

    private static final Pattern FORM = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

    private Months() {}

    /**
     * The number of a month written {@code YYYY-MM}.
     *
     * @throws EngineException {@code month_malformed} if it is not written so
     */
    public static int number(String text) {
        if (!isMonth(text)) {
            throw new EngineException(
                    "month_malformed",
                    "A month is written YYYY-MM, for example 2024-12, but this is \"" + text + "\".");
        }
        YearMonth month = YearMonth.parse(text);
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    /** Whether the text is a month written {@code YYYY-MM}. */
    public static boolean isMonth(String text) {
        return FORM.matcher(text).matches();
    }

    /** The month as {@code YYYY-MM}. */
    public static String text(int number) {
        return YearMonth.of(Math.floorDiv(number, 12), calendarMonth(number) + 1)
                .toString();
    }

    /** The month for people, as "December 2024". */
    public static String name(int number) {
        return calendarName(calendarMonth(number)) + " " + Math.floorDiv(number, 12);
    }

    /** The name of a calendar month, from 0 for "January" to 11. */
    public static String calendarName(int calendarMonth) {
        return Month.of(calendarMonth + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** From 0 for January to 11 for December. */
    public static int calendarMonth(int number) {
        return Math.floorMod(number, 12);
    }
}
