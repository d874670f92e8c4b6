package io.futureos.studio.engines.local.ensemble;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.EnsembleAggregator.MemberWeight;
import io.futureos.studio.engine.EnsembleAggregator.ReasonerMember;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.Reasoner.PastProbability;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.Significant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Joins reasoners' probabilities to the paths' one, as a weighted mean of log-odds. A reasoner's weight is half its Brier
 * skill over the base rate of what it was asked about before, less for few origins, since what one origin saw is all of a
 * piece; all reasoners together weigh at most as
 * much as the paths. Without skill the weight is 0.
 */
final class ReasonerWeights {

    private static final int LEAST_CASES = 8;
    private static final double PRIOR_ORIGINS = 8;
    private static final double MOST_TOGETHER = 0.5;

    private final PredictionTask task;
    private final Target target;
    private final List<Earned> earned;

    private record Earned(double probability, MemberWeight weight) {}

    ReasonerWeights(PredictionTask task, Target target, List<ReasonerMember> reasoners) {
        this.task = task;
        this.target = target;
        this.earned = reasoners.stream().map(this::earned).toList();
    }

    /** What each reasoner counts for in the event probability. */
    List<MemberWeight> weights() {
        double total = together();
        double factor = total > MOST_TOGETHER ? MOST_TOGETHER / total : 1;
        List<MemberWeight> weights = new ArrayList<>();
        for (Earned one : earned) {
            MemberWeight weight = one.weight;
            weights.add(new MemberWeight(
                    weight.name(), Significant.six(weight.weight() * factor), weight.crps(), weight.reason()));
        }
        return weights;
    }

    /** The probability of the paths and the reasoners together. */
    double pooled(double ofPaths, int draws) {
        double total = together();
        double factor = total > MOST_TOGETHER ? MOST_TOGETHER / total : 1;
        double logOdds = (1 - total * factor) * Probability.logOdds(ofPaths);
        for (Earned one : earned) {
            logOdds += one.weight.weight() * factor * Probability.logOdds(Probability.clamp(one.probability, draws));
        }
        return total == 0 ? ofPaths : Probability.ofLogOdds(logOdds);
    }

    private double together() {
        return earned.stream().mapToDouble(one -> one.weight.weight()).sum();
    }

    private Earned earned(ReasonerMember member) {
        double probability = checked(member.name(), member.reasoning().probability());
        double[] happened = new double[member.reasoning().past().size()];
        double[] said = new double[happened.length];
        int cases = 0;
        Set<String> origins = new HashSet<>();
        for (PastProbability past : member.reasoning().past()) {
            double outcome = outcome(past);
            if (!Double.isNaN(outcome)) {
                origins.add(past.origin());
                said[cases] = checked(member.name(), past.probability());
                happened[cases++] = task.comparison().holds(outcome, past.threshold()) ? 1 : 0;
            }
        }
        return new Earned(probability, weight(member.name(), said, happened, cases, origins.size()));
    }

    private double outcome(PastProbability past) {
        int period = Months.number(past.period());
        return period > Months.number(past.origin()) ? target.history().at(period) : Double.NaN;
    }

    private MemberWeight weight(String name, double[] said, double[] happened, int cases, int origins) {
        if (cases < LEAST_CASES) {
            return none(
                    name,
                    "only " + cases + " of its past probabilities could be checked; " + LEAST_CASES + " are needed");
        }
        double rate = 0;
        for (int i = 0; i < cases; i++) {
            rate += happened[i] / cases;
        }
        double brier = 0;
        double reference = 0;
        for (int i = 0; i < cases; i++) {
            brier += (said[i] - happened[i]) * (said[i] - happened[i]) / cases;
            reference += (rate - happened[i]) * (rate - happened[i]) / cases;
        }
        String figures = String.format(
                Locale.ROOT,
                "Brier score %.3f against %.3f for the base rate in %d past cases from %d origins, in %.0f %% of which the month's"
                        + " %s was %s the threshold asked about",
                brier,
                reference,
                cases,
                origins,
                100 * rate,
                target.variable().unit().equals("share") ? "share" : "value",
                PastProbabilities.words(task.comparison()));
        double skill = reference > 0 ? 1 - brier / reference : 0;
        if (skill <= 0) {
            return none(name, "no skill: " + figures);
        }
        double weight = skill / 2 * origins / (origins + PRIOR_ORIGINS);
        return new MemberWeight(name, weight, null, "weighs in the event probability only: " + figures);
    }

    private static MemberWeight none(String name, String reason) {
        return new MemberWeight(name, 0, null, reason);
    }

    private static double checked(String name, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new EngineException(
                    "member_malformed",
                    "The reasoner \"" + name + "\" gives the probability " + probability
                            + "; a probability is from 0 to 1.");
        }
        return probability;
    }
}
