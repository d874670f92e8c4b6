package io.futureos.studio.engines.local.compare;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.ExplanationGenerator.StoredRun;
import io.futureos.studio.engine.ScenarioComparison.Above;
import io.futureos.studio.engine.ScenarioComparison.Flip;
import io.futureos.studio.engine.ScenarioComparison.Pair;
import io.futureos.studio.engine.ScenarioComparison.Settling;
import io.futureos.studio.engine.SimulationEngine.Outcome;
import io.futureos.studio.engines.local.series.Significant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A scenario and the first one. */
final class PairOf {

    private final Variable target;
    private final Side first;
    private final Side second;
    private final List<String> notes = new ArrayList<>();

    PairOf(Variable target, Side first, Side second) {
        this.target = target;
        this.first = first;
        this.second = second;
    }

    Pair compared() {
        StoredRun here = first.run();
        StoredRun there = second.run();
        if (here == null || there == null) {
            notes.add((here == null ? first : second).name()
                    + " has no run that answers the question, so they can't be compared.");
            return new Pair(second.place(), false, null, null, null, null, null, notes);
        }
        double gain = Significant.six(
                there.forecast().eventProbability() - here.forecast().eventProbability());
        double[] ones = first.values();
        double[] others = second.values();
        if (ones == null || others == null || here.outcome() == null || there.outcome() == null) {
            notes.add("Only the forecasts' probabilities are compared, since one of them has no replicates.");
            return new Pair(second.place(), false, gain, null, null, null, null, notes);
        }
        boolean paired = paired(here, there, here.outcome(), there.outcome());
        double[] differences = paired ? PairedSample.differences(ones, others) : null;
        double[] all = PairedSample.allDifferences(ones, others);
        Above above = differences == null ? PairedSample.ofStrangers(ones, others) : PairedSample.ofTwins(differences);
        explain(above, differences);
        return new Pair(
                second.place(),
                paired,
                gain,
                differences == null ? null : PairedSample.spread(differences),
                PairedSample.spread(all),
                above,
                flip(PairedSample.median(others), PairedSample.median(differences == null ? all : differences)),
                notes);
    }

    private boolean paired(StoredRun here, StoredRun there, Outcome one, Outcome other) {
        var different = new TreeSet<String>();
        var names = new TreeSet<>(here.basis().keySet());
        names.addAll(there.basis().keySet());
        for (String name : names) {
            if (!Objects.equals(here.basis().get(name), there.basis().get(name))) {
                different.add(name);
            }
        }
        if (here.simulation().seed() != there.simulation().seed()) {
            different.add("seeds");
        }
        if (one.paths().size() != other.paths().size()) {
            different.add("numbers of replicates");
        }
        if (!one.periods().equals(other.periods())) {
            different.add("months");
        }
        if (!different.isEmpty()) {
            notes.add("The runs are not paired, because they have different " + String.join(", ", different)
                    + ": part of what differs between them is luck. Run both again to compare them twin by twin.");
        }
        return different.isEmpty();
    }

    private void explain(Above above, double @Nullable [] differences) {
        if (differences != null && allZero(differences)) {
            notes.add("They are equal in every replicate, so more of these will not tell them apart.");
            return;
        }
        notes.add(String.format(
                Locale.ROOT,
                "%s is above %s with a probability of %.0f %%, give or take %.1f points by Monte Carlo. %s",
                second.name(),
                first.name(),
                100 * above.probability(),
                100 * above.standardError(),
                settling(above.side())));
        if (above.effectUncertain()) {
            notes.add(
                    "Either may turn out above, however many replicates there are: the effects themselves are that uncertain.");
        }
    }

    private static String settling(Settling side) {
        if (side.settled()) {
            return "Which is above more often is settled: the 95 % interval of that probability leaves out one half.";
        }
        Long more = side.moreReplicates();
        return more == null
                ? "More replicates will not settle which is above more often: a million would not do."
                : String.format(
                        Locale.ROOT,
                        "About %,d more replicates would settle which is above more often, were that probability right.",
                        more);
    }

    private static boolean allZero(double[] differences) {
        for (double difference : differences) {
            if (difference != 0) {
                return false;
            }
        }
        return true;
    }

    /** What would take the second from where it is to where they are equal. */
    private @Nullable Flip flip(double middle, double difference) {
        Drivers here = first.drivers();
        Drivers there = second.drivers();
        if (here == null || there == null || second.period() == null || second.run() == null) {
            return null;
        }
        double[] path = middlePath(Objects.requireNonNull(second.run().outcome()));
        Movement movement = Movement.of(second.period(), path, target.unit().equals("share"));
        return movement == null || difference == 0
                ? null
                : Assumptions.ofOrder(
                        first.place(), here, second.place(), there, movement.between(middle, middle - difference));
    }

    private static double[] middlePath(Outcome outcome) {
        double[] path = new double[outcome.periods().size()];
        double[] month = new double[outcome.paths().size()];
        for (int i = 0; i < path.length; i++) {
            for (int r = 0; r < month.length; r++) {
                month[r] = outcome.paths().get(r).get(i);
            }
            path[i] = PairedSample.median(month);
        }
        return path;
    }
}
