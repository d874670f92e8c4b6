package io.futureos.studio.render.office;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Months as spreadsheets have them: the day on which one begins. */
final class Months {

    private static final Pattern MONTH = Pattern.compile("(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])");

    /** Of 1 January 1970; days count from the end of 1899, as if 1900 had been a leap year (ECMA-376 part 1, 18.17.4.1). */
    private static final long FIRST_OF_1970 = 25_569;

    private static final int FIRST_RELIABLE_YEAR = 1901;

    private Months() {}

    /** The day on which each month begins; empty if one is no month, or does not come after the one before. */
    static Optional<List<Integer>> days(List<String> months) {
        var days = new ArrayList<Integer>();
        for (String month : months) {
            if (!MONTH.matcher(month).matches()) {
                return Optional.empty();
            }
            var parsed = YearMonth.parse(month);
            int day = Math.toIntExact(parsed.atDay(1).toEpochDay() + FIRST_OF_1970);
            boolean isLater = days.isEmpty() || day > days.get(days.size() - 1);
            if (!isLater || parsed.getYear() < FIRST_RELIABLE_YEAR) {
                return Optional.empty();
            }
            days.add(day);
        }
        return days.size() < 2 ? Optional.empty() : Optional.of(days);
    }
}
