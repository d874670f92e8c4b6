package io.futureos.studio.engines.local.ensemble;

/**
 * A forecast of one month as it would have been made in the past, with what happened.
 *
 * @param sorted equally likely values, ascending; a single one is a point forecast
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; arrays keep thousands of values small
record Judged(PastCase past, double[] sorted) {

    /** How many months ahead the forecast looked. */
    int horizon() {
        return past.period() - past.origin();
    }

    double crps() {
        return Crps.of(sorted, past.outcome());
    }

    double absoluteError() {
        return Math.abs(past.outcome() - Quantile.of(sorted, 0.5));
    }

    /** Whether the outcome is inside the central interval of that level. */
    boolean covers(double level) {
        double low = Quantile.of(sorted, (1 - level) / 2);
        double high = Quantile.of(sorted, (1 + level) / 2);
        return low <= past.outcome() && past.outcome() <= high;
    }
}
