package io.futureos.studio.engines.local.reasoning;

import java.util.List;

/**
 * One question broken down: by factor its score and what that is worth, and how far the sum is believed.
 *
 * @param scenario how far the scenario carries the target, as a score of the level's kind
 * @param belief from 0 to 1, by which the log-odds are drawn towards even odds: for weights that are not well known, and for
 *     how few windows of this kind were seen
 * @param windowsSeen how many, if none shared a month with another
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Thoughts(
        double[] scores,
        double scenario,
        LogisticRegression.Posterior posterior,
        List<Driver> drivers,
        double belief,
        double windowsSeen) {

    double probability() {
        return LogOdds.arguable(belief * logOdds());
    }

    double logOdds() {
        return posterior.logOdds(scores) + contributionOfScenario();
    }

    /** What everything together says before any factor is looked at. */
    double base() {
        return posterior.weight(0);
    }

    double score(Factor factor) {
        return scores[factor.column()];
    }

    double weight(Factor factor) {
        return posterior.weight(factor.column());
    }

    double contribution(Factor factor) {
        return score(factor) * weight(factor);
    }

    double contribution(int driver) {
        int column = 1 + Factor.values().length + driver;
        return scores[column] * posterior.weight(column);
    }

    /** A push by the scenario counts as much as one that the level has already. */
    double contributionOfScenario() {
        return scenario * weight(Factor.LEVEL);
    }
}
