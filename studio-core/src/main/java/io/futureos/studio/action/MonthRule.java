package io.futureos.studio.action;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;

/** Months are written {@code YYYY-MM}. */
final class MonthRule implements Rule<String> {

    @Override
    public Optional<String> problem(String text) {
        try {
            return YearMonth.parse(text).toString().equals(text) ? Optional.empty() : Optional.of("is not a month");
        } catch (DateTimeException e) {
            return Optional.of("is not a month");
        }
    }

    @Override
    public String remedy() {
        return "Write year and month as YYYY-MM, for example 2024-12.";
    }
}
