package io.futureos.studio.engines.local.intent;

import java.time.YearMonth;

/**
 * Months from the first to the last.
 *
 * @param bareYear whether only a year was named, with no word about its end
 */
record Span(YearMonth first, YearMonth last, boolean bareYear) {

    static Span month(YearMonth month) {
        return new Span(month, month, false);
    }

    static Span year(int year) {
        return new Span(YearMonth.of(year, 1), YearMonth.of(year, 12), true);
    }

    /** Part {@code n} (from 1) of a year cut into parts of so many months. */
    static Span part(int year, int n, int months) {
        YearMonth first = YearMonth.of(year, 1 + (n - 1) * months);
        return new Span(first, first.plusMonths(months - 1L), false);
    }

    /** The same where somebody spoke of the end. */
    Span end() {
        return new Span(first, last, false);
    }
}
