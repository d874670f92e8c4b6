package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.DataPackage.Calendar;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the gaps in a calendar. */
final class CalendarOf {

    private CalendarOf() {}

    /** The calendar of these months, in any order and more than once each; null if there are none. */
    static @Nullable Calendar months(Collection<@Nullable String> texts) {
        var months = new TreeSet<YearMonth>();
        texts.stream().filter(Objects::nonNull).map(YearMonth::parse).forEach(months::add);
        if (months.isEmpty()) {
            return null;
        }
        long gaps = 0;
        YearMonth firstGap = null;
        YearMonth due = months.first();
        for (YearMonth month : months) {
            gaps += due.until(month, ChronoUnit.MONTHS);
            firstGap = firstGap == null && due.isBefore(month) ? due : firstGap;
            due = month.plusMonths(1);
        }
        return new Calendar(
                months.first().toString(),
                months.last().toString(),
                gaps,
                firstGap == null ? null : firstGap.toString());
    }
}
