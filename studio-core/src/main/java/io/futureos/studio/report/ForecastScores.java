package io.futureos.studio.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good a forecast was, once its outcome was known. Smaller is better for each score. Where a reference is known, the same
 * scores say how good that would have been.
 *
 * @param brier the squared distance between the probability and what came, 1 for yes and 0 for no (Brier, 1950)
 * @param logScore minus the natural logarithm of the probability of what came (Good, 1952)
 * @param crps the continuous ranked probability score of the value, in its own unit; null where only the answer is known
 * @param baseRate how often the event that the backtest judged came true; null if that is not known
 * @param baseRateEvent that event, in words that can follow "that"; null if that is not known
 * @param baseRateBrier what that frequency would have scored
 * @param baseRateLogScore what that frequency would have scored
 * @param naiveCrps what "as a year before" scored on average in the backtest; null if that is not known, or {@code crps} is not
 */
public record ForecastScores(
        double brier,
        double logScore,
        @Nullable Double crps,
        @Nullable Double baseRate,
        @Nullable String baseRateEvent,
        @Nullable Double baseRateBrier,
        @Nullable Double baseRateLogScore,
        @Nullable Double naiveCrps) {

    /** A probability is never taken for nearer to 0 or 1 than this, so that one forecast can't ruin a mean for ever. */
    private static final double LEAST = 1e-6;

    /**
     * Scores a forecast.
     *
     * @param probability of yes that was forecast
     * @param values equally likely values that were forecast, in any order; empty if there are none
     * @param answer what came
     * @param value what came; null where only the answer is known
     */
    public static ForecastScores of(
            double probability,
            List<Double> values,
            boolean answer,
            @Nullable Double value,
            @Nullable Double baseRate,
            @Nullable String baseRateEvent,
            @Nullable Double naiveCrps) {
        Double crps = value == null || values.isEmpty() ? null : crps(values, value);
        return new ForecastScores(
                brier(probability, answer),
                logScore(probability, answer),
                crps,
                baseRate,
                baseRate == null ? null : baseRateEvent,
                baseRate == null ? null : brier(baseRate, answer),
                baseRate == null ? null : logScore(baseRate, answer),
                crps == null ? null : naiveCrps);
    }

    static double brier(double probability, boolean answer) {
        double miss = probability - (answer ? 1 : 0);
        return miss * miss;
    }

    static double logScore(double probability, boolean answer) {
        double ofWhatCame = answer ? probability : 1 - probability;
        return 0.0 - StrictMath.log(Math.max(LEAST, Math.min(1, ofWhatCame)));
    }

    /** E|X - y| - E|X - X'| / 2 over equally likely values (Gneiting and Raftery, 2007). */
    static double crps(List<Double> values, double outcome) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double n = sorted.length;
        double missed = 0;
        double apart = 0;
        for (int i = 0; i < sorted.length; i++) {
            missed += Math.abs(sorted[i] - outcome);
            apart += (2 * i + 1 - n) * sorted[i]; // each pair of values, by how often each is the larger one
        }
        return missed / n - apart / (n * n);
    }
}
