package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engine.EngineException;
import java.time.DateTimeException;
import java.time.YearMonth;

/** Months as {@code YYYY-MM} and as a count, so that they can be added and subtracted. */
final class Months {

    private Months() {}

    /** Months since the year 0. */
    static int count(String month) {
        return count("", month);
    }

    private static int count(String place, String month) {
        try {
            YearMonth parsed = YearMonth.parse(month);
            return parsed.getYear() * 12 + parsed.getMonthValue() - 1;
        } catch (DateTimeException e) {
            throw new EngineException(
                    "month_invalid", place + " \"" + month + "\" is not a month; write it as YYYY-MM.", e);
        }
    }

    static String text(int count) {
        return YearMonth.of(Math.floorDiv(count, 12), Math.floorMod(count, 12) + 1)
                .toString();
    }

    static String checked(String place, String month) {
        return text(count(place, month));
    }

    /** From 0 for January to 11 for December. */
    static int ofYear(int count) {
        return Math.floorMod(count, 12);
    }
}
