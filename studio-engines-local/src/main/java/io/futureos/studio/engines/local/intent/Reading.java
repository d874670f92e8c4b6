package io.futureos.studio.engines.local.intent;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question taken apart.
 *
 * @param asOf null if the question does not say
 * @param rest what is neither threshold nor period: the words about the variable
 */
record Reading(Threshold threshold, Period period, @Nullable YearMonth asOf, List<Token> rest) {

    /**
     * Takes a question apart.
     *
     * @throws Unclear unless there is exactly one threshold and one period, and at most one as-of month
     */
    static Reading of(String question) {
        List<Token> tokens = Tokenizer.tokens(question);
        if (tokens.isEmpty()) {
            throw new Unclear("question_empty", "The question is empty");
        }
        Parts parts = new Parts(tokens);
        for (int at = 0; at < tokens.size(); ) {
            at = parts.take(at);
        }
        return new Reading(
                one(parts.thresholds, "comparison with a number, such as \"more than\"", "question_threshold"),
                one(parts.periods, "period, such as \"in 2025\" or \"by December 2025\"", "question_period"),
                atMostOne(parts.asOfs),
                List.copyOf(parts.rest));
    }

    private static <T> T one(List<T> found, String what, String code) {
        if (found.isEmpty()) {
            throw new Unclear(code + "_missing", "The question has no " + what);
        }
        if (found.size() > 1) {
            throw new Unclear(code + "_twice", "The question has more than one " + what);
        }
        return found.get(0);
    }

    private static @Nullable YearMonth atMostOne(List<YearMonth> asOfs) {
        return asOfs.isEmpty() ? null : one(asOfs, "as-of month", "question_as_of");
    }

    private static final class Parts {
        private final List<Token> tokens;
        private final List<Threshold> thresholds = new ArrayList<>();
        private final List<Period> periods = new ArrayList<>();
        private final List<YearMonth> asOfs = new ArrayList<>();
        private final List<Token> rest = new ArrayList<>();

        Parts(List<Token> tokens) {
            this.tokens = tokens;
        }

        /** Takes what begins at {@code at} and returns the position after it. */
        int take(int at) {
            Match<YearMonth> asOf = PeriodGrammar.asOf(tokens, at);
            if (asOf != null) {
                asOfs.add(asOf.value());
                return asOf.end();
            }
            Match<Period> period = PeriodGrammar.at(tokens, at);
            if (period != null) {
                periods.add(period.value());
                return period.end();
            }
            Match<Threshold> threshold = ThresholdGrammar.at(tokens, at);
            if (threshold != null) {
                thresholds.add(threshold.value());
                return threshold.end();
            }
            rest.add(tokens.get(at));
            return at + 1;
        }
    }
}
