package io.futureos.studio.engines.local.intent;

import io.futureos.studio.engine.PredictionTask.Comparison;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a comparison with its number:
 *
 * <pre>
 * threshold  = ["not" ["be"]] comparison {comparison} quantity       the last comparison counts: "reach at least 5"
 *            | quantity ("or more" | "or less" | ...)
 * quantity   = number ["thousand" | "million" | "billion"] ["%" | "per cent" | ...]
 * </pre>
 */
final class ThresholdGrammar {

    private static final Phrases<Comparison> BEFORE = new Phrases<Comparison>()
            .with(Comparison.ABOVE, "more than", "greater than", "larger than", "higher than", "bigger than", "above")
            .with(
                    Comparison.ABOVE,
                    "over",
                    "exceed",
                    "exceeds",
                    "exceeding",
                    "surpass",
                    "surpasses",
                    "in excess of",
                    ">")
            .with(Comparison.ABOVE, "cross", "crosses", "beyond")
            .with(
                    Comparison.AT_LEAST,
                    "at least",
                    "reach",
                    "reaches",
                    "reach or exceed",
                    "hit",
                    "hits",
                    "a minimum of",
                    ">=")
            .with(Comparison.AT_LEAST, "rise to", "rises to", "grow to", "grows to", "climb to", "climbs to")
            .with(Comparison.BELOW, "below", "under", "less than", "fewer than", "lower than", "smaller than", "<")
            .with(Comparison.AT_MOST, "at most", "up to", "a maximum of", "<=", "sink to", "sinks to", "shrink to")
            .with(Comparison.AT_MOST, "fall to", "falls to", "drop to", "drops to", "decline to", "declines to");

    private static final Phrases<Comparison> AFTER = new Phrases<Comparison>()
            .with(Comparison.AT_LEAST, "or more", "or higher", "or above", "or greater", "or over", "or larger")
            .with(Comparison.AT_MOST, "or less", "or fewer", "or lower", "or below", "or under", "or smaller");

    private static final Phrases<Boolean> NOT =
            new Phrases<Boolean>().with(true, "not", "no", "never", "not be", "never be", "not fall", "not rise");

    private static final Phrases<BigDecimal> SCALES = new Phrases<BigDecimal>()
            .with(BigDecimal.valueOf(1_000), "thousand")
            .with(BigDecimal.valueOf(1_000_000), "million")
            .with(BigDecimal.valueOf(1_000_000_000), "billion");

    private static final Phrases<Boolean> PERCENT =
            new Phrases<Boolean>().with(true, "%", "per cent", "percent", "pct", "percentage");

    private ThresholdGrammar() {}

    private record Quantity(BigDecimal number, boolean percent) {}

    /** The threshold that begins at {@code at}; null if there is none. */
    static @Nullable Match<Threshold> at(List<Token> tokens, int at) {
        Match<Boolean> not = NOT.at(tokens, at);
        Match<Comparison> comparison = comparison(tokens, not == null ? at : not.end());
        if (comparison == null) {
            return not == null ? withComparisonAfter(tokens, at) : null;
        }
        Match<Quantity> quantity = quantity(tokens, comparison.end());
        if (quantity == null) {
            return null;
        }
        return threshold(
                not == null ? comparison.value() : opposite(comparison.value()), quantity, quantity.end(), tokens);
    }

    private static @Nullable Match<Threshold> withComparisonAfter(List<Token> tokens, int at) {
        Match<Quantity> quantity = quantity(tokens, at);
        if (quantity == null) {
            return null;
        }
        Match<Comparison> after = AFTER.at(tokens, quantity.end());
        return after == null ? null : threshold(after.value(), quantity, after.end(), tokens);
    }

    private static Match<Threshold> threshold(
            Comparison comparison, Match<Quantity> quantity, int end, List<Token> tokens) {
        boolean of = end < tokens.size() && tokens.get(end).isWord("of");
        return new Match<>(
                new Threshold(
                        comparison, quantity.value().number(), quantity.value().percent(), of),
                end);
    }

    private static @Nullable Match<Comparison> comparison(List<Token> tokens, int at) {
        Match<Comparison> last = BEFORE.at(tokens, at);
        Match<Comparison> next = last;
        while (next != null) {
            last = next;
            next = BEFORE.at(tokens, next.end());
        }
        return last;
    }

    private static @Nullable Match<Quantity> quantity(List<Token> tokens, int at) {
        BigDecimal number = at < tokens.size() ? tokens.get(at).number() : null;
        if (number == null) {
            return null;
        }
        Match<BigDecimal> scale = SCALES.at(tokens, at + 1);
        int end = scale == null ? at + 1 : scale.end();
        Match<Boolean> percent = PERCENT.at(tokens, end);
        BigDecimal scaled = scale == null ? number : number.multiply(scale.value());
        return new Match<>(new Quantity(scaled, percent != null), percent == null ? end : percent.end());
    }

    private static Comparison opposite(Comparison comparison) {
        return switch (comparison) {
            case ABOVE -> Comparison.AT_MOST;
            case AT_LEAST -> Comparison.BELOW;
            case BELOW -> Comparison.AT_LEAST;
            case AT_MOST -> Comparison.ABOVE;
        };
    }
}
