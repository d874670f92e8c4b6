package io.futureos.studio.engines.local.simulation;

/** Log-odds of shares, the same on every machine. */
final class LogOdds {

    private static final double SMALLEST = 1e-13;

    private LogOdds() {}

    /** The log-odds of a share; one of 0 or 1 counts as within a ten-billionth of a per mille of it. */
    static double of(double share) {
        double inside = Math.max(SMALLEST, Math.min(1 - SMALLEST, share));
        return StrictMath.log(inside / (1 - inside));
    }
}
