package io.futureos.studio.bench.forecast;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The yes-or-no question of the backtest: will the next December be above the mean of the last twelve months by more than
 * {@code by}?
 */
record December(double by) {

    private static final int DECEMBER = 12;

    /**
     * The question that was least certain before the backtest begins: what December was above the mean by in the middle of
     * all cases whose outcome was known at {@code first}, so that nothing judged has a say.
     */
    static December inDoubt(History history, YearMonth first) {
        double[] rises = history.outcomes(history.first(), history.months()).stream()
                .filter(month -> december(month).compareTo(first) <= 0)
                .flatMapToDouble(month -> rise(history, month).stream())
                .sorted()
                .toArray();
        return new December(rises.length == 0 ? 0 : rounded(median(rises)));
    }

    private static OptionalDouble rise(History history, YearMonth origin) {
        OptionalDouble mean = history.yearsMean(origin);
        OptionalDouble december = history.at(december(origin));
        return mean.isPresent() && december.isPresent()
                ? OptionalDouble.of(december.getAsDouble() - mean.getAsDouble())
                : OptionalDouble.empty();
    }

    private static double median(double[] sorted) {
        return Arrays.stream(sorted)
                .skip((sorted.length - 1) / 2)
                .limit(2 - sorted.length % 2)
                .average()
                .orElseThrow();
    }

    /** To two significant digits: a question is asked in round figures. */
    private static double rounded(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(2))
                .doubleValue();
    }

    /** The next December after {@code origin}. */
    static YearMonth december(YearMonth origin) {
        YearMonth next = origin.plusMonths(1);
        return next.plusMonths(DECEMBER - next.getMonthValue());
    }

    /** What the December is held against; empty where the last twelve months are not all known. */
    OptionalDouble threshold(History history, YearMonth origin) {
        OptionalDouble mean = history.yearsMean(origin);
        return mean.isPresent() ? OptionalDouble.of(mean.getAsDouble() + by) : mean;
    }

    /** The answer from {@code origin}; empty where it can't be told. */
    Optional<Boolean> answer(History history, YearMonth origin) {
        OptionalDouble threshold = threshold(history, origin);
        OptionalDouble outcome = history.at(december(origin));
        return threshold.isPresent() && outcome.isPresent()
                ? Optional.of(outcome.getAsDouble() > threshold.getAsDouble())
                : Optional.empty();
    }

    /** From how many of the origins the question can be judged. */
    long asked(History history, List<YearMonth> origins) {
        return origins.stream()
                .filter(origin -> answer(history, origin).isPresent())
                .count();
    }

    /** From how many of them the answer was yes. */
    long met(History history, List<YearMonth> origins) {
        return origins.stream()
                .filter(origin -> answer(history, origin).orElse(false))
                .count();
    }
}
