package io.futureos.studio.engines.local.intent;

import io.futureos.studio.engine.PredictionTask.Occasion;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the period of a question and its as-of month:
 *
 * <pre>
 * period = ("in" | "during" | ...) span            the span as a whole
 *        | "from" span ("to" | "until" | ...) span  likewise
 *        | "in any month of" span                  every month of the span by itself
 *        | ("by" | "until" | "before") span        every month from the one after as-of
 * as-of  = "as of" span
 * </pre>
 */
final class PeriodGrammar {

    private static final Phrases<Lead> LEADS = new Phrases<Lead>()
            .with(Lead.WITHIN, "in", "during", "for", "within", "throughout", "in all of")
            .with(
                    Lead.ANY_MONTH,
                    "in any month of",
                    "in any month in",
                    "in at least one month of",
                    "in some month of",
                    "at any time in",
                    "at any time during",
                    "at some point in",
                    "any time in")
            .with(Lead.BY, "by", "until", "till", "no later than", "not later than")
            .with(Lead.BEFORE, "before")
            .with(Lead.FROM, "from", "between");

    private static final Phrases<Boolean> TO =
            new Phrases<Boolean>().with(true, "to", "until", "till", "through", "and", "up to");

    private static final Phrases<Boolean> AS_OF = new Phrases<Boolean>().with(true, "as of", "as at");

    private PeriodGrammar() {}

    private enum Lead {
        WITHIN,
        ANY_MONTH,
        BY,
        BEFORE,
        FROM
    }

    /** The as-of month named at {@code at}; null if there is none. */
    static @Nullable Match<YearMonth> asOf(List<Token> tokens, int at) {
        Match<Boolean> lead = AS_OF.at(tokens, at);
        Match<Span> span = lead == null ? null : SpanGrammar.at(tokens, lead.end());
        if (span == null) {
            return null;
        }
        requireEnd(span.value(), "as of");
        return new Match<>(span.value().last(), span.end());
    }

    /** The period named at {@code at}; null if there is none. */
    static @Nullable Match<Period> at(List<Token> tokens, int at) {
        Match<Lead> lead = LEADS.at(tokens, at);
        if (lead == null) {
            return null;
        }
        if (lead.value() == Lead.FROM) {
            return fromTo(tokens, lead.end());
        }
        Match<Span> span = SpanGrammar.at(tokens, lead.end());
        return span == null ? null : new Match<>(period(lead.value(), span.value()), span.end());
    }

    private static Period period(Lead lead, Span span) {
        return switch (lead) {
            case WITHIN, FROM -> new Period(span.first(), span.last(), Occasion.OVER_PERIOD);
            case ANY_MONTH -> new Period(span.first(), span.last(), Occasion.ANY_MONTH);
            case BEFORE -> new Period(null, span.first().minusMonths(1), Occasion.ANY_MONTH);
            case BY -> {
                requireEnd(span, "by");
                yield new Period(null, span.last(), Occasion.ANY_MONTH);
            }
        };
    }

    private static @Nullable Match<Period> fromTo(List<Token> tokens, int at) {
        Match<Span> first = SpanGrammar.at(tokens, at);
        Match<Month> firstMonth = first == null ? SpanGrammar.monthName(tokens, at) : null;
        int end = first != null ? first.end() : firstMonth != null ? firstMonth.end() : -1;
        Match<Boolean> to = end < 0 ? null : TO.at(tokens, end);
        Match<Span> last = to == null ? null : SpanGrammar.at(tokens, to.end());
        if (last == null) {
            return null;
        }
        YearMonth from = firstMonth == null
                ? Objects.requireNonNull(first).value().first()
                : YearMonth.of(last.value().first().getYear(), firstMonth.value());
        if (from.isAfter(last.value().last())) {
            throw new Unclear(
                    "question_period_backwards",
                    "The period of the question begins in " + from + " and ends before it, in "
                            + last.value().last());
        }
        return new Match<>(new Period(from, last.value().last(), Occasion.OVER_PERIOD), last.end());
    }

    /** People mean either end of a year by its bare number. */
    private static void requireEnd(Span span, String word) {
        if (span.bareYear()) {
            int year = span.first().getYear();
            throw new Unclear(
                    "question_period_ambiguous",
                    "\"" + word + " " + year + "\" may mean the beginning or the end of the year; write \"" + word
                            + " the end of " + year + "\" or \"" + word + " " + year + "-01\"");
        }
    }
}
