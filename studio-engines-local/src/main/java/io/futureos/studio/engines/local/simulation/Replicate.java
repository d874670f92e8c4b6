package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engines.local.series.Months;

/**
 * The parameters of one future.
 *
 * @param state level, trend and seasons at as-of, as in {@link LevelFilter}
 * @param slopes by attribute
 * @param effects by driver, log-odds per unit
 * @param trendLasts months from as-of; then the level wanders on without it
 */
@SuppressWarnings("ArrayRecordComponent") // Bulk figures, handed on and never compared.
record Replicate(
        LivedHistory history, double[] state, Dynamics dynamics, double[] slopes, double[] effects, int trendLasts) {

    double level() {
        return state[LevelFilter.LEVEL];
    }

    double trend() {
        return state[LevelFilter.TREND];
    }

    double season(int month) {
        return state[LevelFilter.SEASON + Months.calendarMonth(month)];
    }

    double imitation() {
        return history.imitation();
    }
}
