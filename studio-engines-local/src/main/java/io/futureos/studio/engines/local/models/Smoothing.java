package io.futureos.studio.engines.local.models;

/**
 * The constants of exponential smoothing with a damped slope, seasons and autocorrelated surprises.
 *
 * @param level how much of a surprise stays in the level
 * @param slope how much of it changes the slope
 * @param season how much of it changes the calendar month's effect
 * @param damping what is left of the slope after a month; 0 where there is none
 * @param correlation how much of a surprise comes back in the next month
 * @param slopePrecision of the first slope, in units of one observation; huge where there is none
 * @param seasonPrecision the same for the first effects of calendar months
 */
record Smoothing(
        double level,
        double slope,
        double season,
        double damping,
        double correlation,
        double slopePrecision,
        double seasonPrecision) {

    static final int DIMENSIONS = 7;

    private static final double NONE = 1e9;

    /**
     * The prior: constants for a place in the unit cube. Each feature (slope, changing slope, seasons, changing seasons,
     * correlation) is absent in a good part of the cube, and small constants are more likely than large ones.
     */
    static Smoothing at(double[] place) {
        double level = place[0] * Math.sqrt(place[0]);
        double correlation = beyond(place[1], 0.4) == 0 ? 0 : -0.4 + 1.35 * beyond(place[1], 0.4);
        boolean sloping = place[2] > 0.3;
        double undamped = beyond(place[2], 0.3);
        double changing = beyond(place[3], 0.4);
        boolean seasonal = place[4] > 0.2;
        double moving = beyond(place[4], 0.5);
        return new Smoothing(
                level,
                sloping ? 0.3 * changing * changing * Math.max(0.1, level) : 0,
                0.4 * moving * moving * (1 - level / 2),
                sloping ? 1 - 0.25 * undamped * undamped : 0,
                correlation,
                sloping ? slopePrecision(place[5]) : NONE,
                seasonal ? place[6] < 0.5 ? 0.05 : 1 : NONE);
    }

    private static double beyond(double value, double start) {
        return Math.max(0, (value - start) / (1 - start));
    }

    /** A slope of as much as a month's surprise, a fifth of it or a twentieth. */
    private static double slopePrecision(double place) {
        return place < 1.0 / 3 ? 1 : place < 2.0 / 3 ? 25 : 400;
    }
}
