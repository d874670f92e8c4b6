package io.futureos.studio.engine;

import org.jspecify.annotations.Nullable;

/**
 * A question that can be computed: will {@code targetVariable} compare so with {@code threshold} in the period?
 *
 * @param question as it was asked
 * @param threshold in the variable's own unit: a share of 95 per cent is 0.95
 * @param from the first month of the period, {@code YYYY-MM}
 * @param to the last month of the period, {@code YYYY-MM}
 * @param asOf the last month that may be known to the forecast, {@code YYYY-MM}; null leaves it to the data
 */
public record PredictionTask(
        String question,
        String targetVariable,
        Comparison comparison,
        double threshold,
        String from,
        String to,
        Occasion occasion,
        @Nullable String asOf) {

    /** How the value is held against the threshold. */
    public enum Comparison {
        ABOVE(">"),
        AT_LEAST(">="),
        BELOW("<"),
        AT_MOST("<=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /** The mathematical sign, for display. */
        public String sign() {
            return sign;
        }

        /** Whether {@code value} meets the threshold. */
        public boolean holds(double value, double threshold) {
            return switch (this) {
                case ABOVE -> value > threshold;
                case AT_LEAST -> value >= threshold;
                case BELOW -> value < threshold;
                case AT_MOST -> value <= threshold;
            };
        }
    }

    /** When the value is looked at. */
    public enum Occasion {
        /** Once, for the period as a whole ("in 2025"): a share over its sums, a count summed up, a level averaged. */
        OVER_PERIOD,
        /** Every month; one that meets the threshold is enough ("by December 2025"). */
        ANY_MONTH
    }
}
