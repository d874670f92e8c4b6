package io.futureos.studio.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How scenarios differ in what their question is about, and what would turn the conclusion. What can't be said is left out,
 * and a note says why.
 *
 * @param quantity what is compared, for people: {@code "the share in 2025"}
 * @param standings one for each scenario, in the request's order
 * @param pairs each scenario against the first, in the request's order
 */
public record ScenarioComparison(String quantity, List<Standing> standings, List<Pair> pairs) {

    public ScenarioComparison {
        standings = List.copyOf(standings);
        pairs = List.copyOf(pairs);
    }

    /**
     * Where one scenario stands.
     *
     * @param eventProbability that its answer is yes; null if it has no run that answers the question
     * @param flip what would bring its answer to even odds; null if that can't be told
     * @param notes what keeps it from being compared as it should, one sentence each
     */
    public record Standing(
            @Nullable Double eventProbability, @Nullable Flip flip, List<String> notes) {
        public Standing {
            notes = List.copyOf(notes);
        }
    }

    /**
     * One scenario against the first. Differences are the scenario's minus the first's.
     *
     * @param scenario the scenario's place in the request, from 0
     * @param paired whether the replicates of both runs had the same luck, so that each is compared with its own twin
     * @param probabilityDifference of the event; null unless both have a forecast
     * @param difference of the question's value over pairs of replicates; null unless the runs are paired
     * @param unpaired the same as if every replicate met every other, for contrast
     * @param above how likely the scenario's value is above the first's
     * @param flip what would make them equal; null if that can't be told
     * @param notes what limits the comparison, one sentence each
     */
    public record Pair(
            int scenario,
            boolean paired,
            @Nullable Double probabilityDifference,
            @Nullable Spread difference,
            @Nullable Spread unpaired,
            @Nullable Above above,
            @Nullable Flip flip,
            List<String> notes) {
        public Pair {
            notes = List.copyOf(notes);
        }
    }

    /** A distribution by its mean, its median and its central intervals of 50, 80 and 90 per cent. */
    public record Spread(
            double mean,
            double median,
            double low50,
            double high50,
            double low80,
            double high80,
            double low90,
            double high90) {}

    /**
     * How likely one is above the other, and whether more replicates would tell more.
     *
     * @param probability of being above; a draw counts half
     * @param standardError of that by Monte Carlo: what other luck would change, and more replicates would narrow
     * @param side whether it is known which of both is above more often than not
     * @param mean whether it is known which of both is above on average
     * @param effectUncertain whether either may be above however many replicates there are, because the effects themselves are
     *     uncertain
     */
    public record Above(
            double probability, double standardError, Settling side, Settling mean, boolean effectUncertain) {}

    /**
     * Whether an estimate's 95 per cent interval leaves out the point at which both are equal.
     *
     * @param low of the interval
     * @param high of the interval
     * @param moreReplicates how many more it would take, were the estimate right; 0 if it is settled, null if a million would
     *     not do
     */
    public record Settling(
            boolean settled,
            double low,
            double high,
            @Nullable Long moreReplicates) {}

    /**
     * The smallest changes of one assumption each that turn a conclusion, to first order: as if an effect grew in proportion to
     * its assumption.
     *
     * @param needed how far every month that is still to come would have to move, in log-odds for a share and in logarithms
     *     otherwise; null if no such move turns the conclusion
     * @param changes within the assumptions' bounds, the smallest first; empty if none turns it
     * @param statement what that means, in one or two sentences for people
     */
    public record Flip(@Nullable Double needed, List<AssumptionChange> changes, String statement) {
        public Flip {
            changes = List.copyOf(changes);
        }
    }

    /**
     * One assumption, otherwise.
     *
     * @param scenario in which it is changed, by its place in the request; null if it holds for all
     * @param variable whose value or effect it is
     * @param kind {@code value} of the variable or {@code effect} of one unit of it
     * @param from what is assumed now
     * @param to what would have to be assumed
     * @param size of the change: as a part of the variable's range, or of the assumption itself where there is no range
     */
    public record AssumptionChange(
            @Nullable Integer scenario, String variable, String kind, double from, double to, double size) {}
}
