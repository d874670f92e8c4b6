package io.futureos.studio.engines.local.reasoning;

/**
 * A trait that today shares with some past situations and not with others.
 *
 * @param trait in words, as it is today
 * @param met how often it came to pass in the situations that share the trait
 * @param shared how many those are
 * @param otherMet how often it came to pass in the others
 * @param others how many those are
 * @param logRatio logarithm of the likelihood ratio for yes
 * @param otherLogRatio the same for the trait's opposite
 */
record Argument(
        String trait,
        String reference,
        int met,
        int shared,
        int otherMet,
        int others,
        double logRatio,
        double otherLogRatio) {

    boolean isFor() {
        return logRatio > 0;
    }

    boolean isAgainst() {
        return logRatio < 0;
    }

    String text() {
        return Figures.text(
                "%s; in %d of %d comparable past situations it came to pass, in the others in %d of %d: likelihood ratio"
                        + " %.2f %s",
                trait, met, shared, otherMet, others, StrictMath.exp(logRatio), reference);
    }

    Argument turnedRound() {
        return new Argument("not: " + trait, reference, otherMet, others, met, shared, otherLogRatio, logRatio);
    }
}
