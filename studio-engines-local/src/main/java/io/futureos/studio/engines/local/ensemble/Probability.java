package io.futureos.studio.engines.local.ensemble;

/** Probabilities that know their own limits. */
final class Probability {

    private Probability() {}

    /** {@code yes} of {@code count} draws; never nearer to 0 or 1 than one draw more could show. */
    static double of(long yes, int count) {
        return clamp((double) yes / count, count);
    }

    static double clamp(double probability, int count) {
        double least = 1.0 / (count + 1);
        return Math.min(1 - least, Math.max(least, probability));
    }

    static double logOdds(double probability) {
        return StrictMath.log(probability / (1 - probability));
    }

    static double ofLogOdds(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
