package io.futureos.studio.engines.local.simulation;

/** Shares and their log-odds, the same on every machine. */
final class LogOdds {

    private LogOdds() {}

    /** The log-odds of a share strictly between 0 and 1. */
    static double of(double share) {
        return StrictMath.log(share / (1 - share));
    }

    /** The share with these log-odds; never exactly 0 or 1. */
    static double share(double logOdds) {
        double bounded = Math.max(-30, Math.min(30, logOdds));
        return 1 / (1 + StrictMath.exp(-bounded));
    }
}
