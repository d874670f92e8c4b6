package io.futureos.studio.engines.local.reasoning;

/** Probabilities and their log-odds, with limits to what an argument may claim. */
final class LogOdds {

    /** Nobody who argues from one series says more than 200 to 1. */
    static final double LEAST = 0.005;

    /** A fact that is known already leaves this much for an error in the data. */
    static final double SETTLED = 0.001;

    private LogOdds() {}

    static double of(double probability) {
        return StrictMath.log(probability / (1 - probability));
    }

    static double probability(double logOdds) {
        double bounded = Math.max(-700, Math.min(700, logOdds));
        return bounded >= 0
                ? 1 / (1 + StrictMath.exp(-bounded))
                : StrictMath.exp(bounded) / (1 + StrictMath.exp(bounded));
    }

    /** A probability within what an argument may claim. */
    static double arguable(double logOdds) {
        return Math.max(LEAST, Math.min(1 - LEAST, probability(logOdds)));
    }
}
