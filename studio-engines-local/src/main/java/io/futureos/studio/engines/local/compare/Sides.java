package io.futureos.studio.engines.local.compare;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.ExplanationGenerator.Candidate;
import io.futureos.studio.engine.ExplanationGenerator.CompareRequest;
import io.futureos.studio.engine.ExplanationGenerator.StoredRun;
import io.futureos.studio.engine.SimulationEngine.Outcome;
import io.futureos.studio.engines.local.ensemble.QuestionPeriod;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.SeriesReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Works out of each run's paths what its replicates say about the question. */
final class Sides {

    private static final String QUESTION = "question";

    private final CompareRequest request;
    private final Variable target;
    private final SeriesReader reader;

    Sides(CompareRequest request, Variable target, SeriesReader reader) {
        this.request = request;
        this.target = target;
        this.reader = reader;
    }

    List<Side> all() {
        var sides = new ArrayList<Side>();
        for (Candidate candidate : request.scenarios()) {
            sides.add(side(sides.size(), candidate));
        }
        return sides;
    }

    private Side side(int place, Candidate candidate) {
        StoredRun run = candidate.run();
        if (run == null) {
            return without(place, candidate, "It was not run; run it to compare it.");
        }
        if (!sameQuestion(run)) {
            return without(place, candidate, "Its run answers an earlier question; run it again to compare it.");
        }
        var notes = new ArrayList<String>();
        if (candidate.stale()) {
            notes.add(stale(run));
        }
        Outcome outcome = run.outcome();
        if (outcome == null) {
            notes.add("Nothing was simulated, so there are no replicates to compare.");
            return new Side(place, candidate, run, null, null, null, notes);
        }
        Drivers drivers = candidate.stale()
                ? null
                : Drivers.of(candidate, run, request.settings(), request.data(), reader, months(outcome));
        try {
            QuestionPeriod period = QuestionPeriod.of(
                    request.task(),
                    target,
                    reader,
                    outcome.periods().get(0),
                    outcome.periods().size());
            return new Side(place, candidate, run, period, values(outcome, period), drivers, notes);
        } catch (EngineException notCovered) {
            notes.add(String.valueOf(notCovered.getMessage()));
            return new Side(place, candidate, run, null, null, drivers, notes);
        }
    }

    private static Side without(int place, Candidate candidate, String why) {
        return new Side(place, candidate, null, null, null, null, List.of(why));
    }

    private boolean sameQuestion(StoredRun run) {
        return Objects.equals(run.basis().get(QUESTION), request.basis().get(QUESTION));
    }

    private String stale(StoredRun run) {
        var other = new TreeSet<String>();
        request.basis().forEach((name, fingerprint) -> {
            if (!fingerprint.equals(run.basis().get(name))) {
                other.add(name);
            }
        });
        return "Its run is stale: it was made from "
                + (other.isEmpty() ? "other inputs" : "other " + String.join(", ", other))
                + " than today's, so what would turn it can't be told.";
    }

    /** The simulated months that the question asks about. */
    private List<Integer> months(Outcome outcome) {
        int from = Months.number(request.task().from());
        int to = Months.number(request.task().to());
        var months = new ArrayList<Integer>();
        for (int i = 0; i < outcome.periods().size(); i++) {
            int month = Months.number(outcome.periods().get(i));
            if (month >= from && month <= to) {
                months.add(i);
            }
        }
        return months;
    }

    private static double[] values(Outcome outcome, QuestionPeriod period) {
        double[] values = new double[outcome.paths().size()];
        for (int r = 0; r < values.length; r++) {
            values[r] = period.value(outcome.paths().get(r).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray());
        }
        return values;
    }
}
