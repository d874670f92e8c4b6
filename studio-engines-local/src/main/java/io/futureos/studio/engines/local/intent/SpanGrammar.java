package io.futureos.studio.engines.local.intent;

import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads months, quarters, halves and years:
 *
 * <pre>
 * span  = ["the"] ["end of" | "whole of" | "all of" | "month of" | "year"] date
 * date  = YYYY-MM | month ["of"] year | part ["of"] year | year part | year
 * part  = "Q1".."Q4" | "H1" | "H2" | ordinal "quarter" | ordinal "half"
 * </pre>
 */
final class SpanGrammar {

    private static final Phrases<Boolean> LEAD = new Phrases<Boolean>()
            .with(false, "the", "the whole of", "the month of", "the year", "all of", "year")
            .with(true, "the end of", "end of", "the end of the year", "the end of the");

    private static final Phrases<Part> PARTS = parts();
    private static final Phrases<Month> MONTHS = months();

    private SpanGrammar() {}

    /** Part {@code n} of a year. */
    private record Part(int n, int months) {}

    /** The span that begins at {@code at}; null if there is none. */
    static @Nullable Match<Span> at(List<Token> tokens, int at) {
        Match<Boolean> lead = LEAD.at(tokens, at);
        Match<Span> date = date(tokens, lead == null ? at : lead.end());
        return date != null && lead != null && lead.value()
                ? new Match<>(date.value().end(), date.end())
                : date;
    }

    /** The month named at {@code at} without a year; null if there is none. */
    static @Nullable Match<Month> monthName(List<Token> tokens, int at) {
        return MONTHS.at(tokens, at);
    }

    private static @Nullable Match<Span> date(List<Token> tokens, int at) {
        if (at >= tokens.size()) {
            return null;
        }
        if (tokens.get(at).kind() == Token.Kind.MONTH) {
            return new Match<>(Span.month(YearMonth.parse(tokens.get(at).text())), at + 1);
        }
        Match<Month> month = MONTHS.at(tokens, at);
        if (month != null) {
            Match<Integer> year = yearAfter(tokens, month.end());
            return year == null ? null : new Match<>(Span.month(YearMonth.of(year.value(), month.value())), year.end());
        }
        Match<Part> part = PARTS.at(tokens, at);
        if (part != null) {
            Match<Integer> year = yearAfter(tokens, part.end());
            return year == null ? null : new Match<>(span(year.value(), part.value()), year.end());
        }
        Match<Integer> year = yearAfter(tokens, at);
        if (year == null) {
            return null;
        }
        Match<Part> partAfter = PARTS.at(tokens, year.end());
        return partAfter == null
                ? new Match<>(Span.year(year.value()), year.end())
                : new Match<>(span(year.value(), partAfter.value()), partAfter.end());
    }

    private static Span span(int year, Part part) {
        return Span.part(year, part.n(), part.months());
    }

    private static @Nullable Match<Integer> yearAfter(List<Token> tokens, int at) {
        int year = at < tokens.size() && tokens.get(at).isWord("of") ? at + 1 : at;
        return year < tokens.size() && tokens.get(year).isYear()
                ? new Match<>(Integer.valueOf(tokens.get(year).text()), year + 1)
                : null;
    }

    private static Phrases<Part> parts() {
        Phrases<Part> parts = new Phrases<>();
        String[] ordinals = {"first", "second", "third", "fourth"};
        String[] numerals = {"1st", "2nd", "3rd", "4th"};
        for (int n = 1; n <= 4; n++) {
            parts.with(new Part(n, 3), "q" + n, ordinals[n - 1] + " quarter", numerals[n - 1] + " quarter");
        }
        for (int n = 1; n <= 2; n++) {
            parts.with(new Part(n, 6), "h" + n, ordinals[n - 1] + " half", numerals[n - 1] + " half");
        }
        return parts.with(new Part(4, 3), "last quarter");
    }

    private static Phrases<Month> months() {
        Phrases<Month> months = new Phrases<>();
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            months.with(month, name, name.substring(0, 3));
        }
        return months.with(Month.SEPTEMBER, "sept");
    }
}
