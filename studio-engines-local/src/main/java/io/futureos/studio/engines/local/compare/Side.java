package io.futureos.studio.engines.local.compare;

import io.futureos.studio.engine.ExplanationGenerator.Candidate;
import io.futureos.studio.engine.ExplanationGenerator.StoredRun;
import io.futureos.studio.engines.local.ensemble.QuestionPeriod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One scenario with what can be said of it. Nobody changes the array that it hands out. */
final class Side {

    private final int place;
    private final Candidate candidate;
    private final @Nullable StoredRun run;
    private final @Nullable QuestionPeriod period;
    private final double @Nullable [] values;
    private final @Nullable Drivers drivers;
    private final List<String> notes;

    Side(
            int place,
            Candidate candidate,
            @Nullable StoredRun run,
            @Nullable QuestionPeriod period,
            double @Nullable [] values,
            @Nullable Drivers drivers,
            List<String> notes) {
        this.place = place;
        this.candidate = candidate;
        this.run = run;
        this.period = period;
        this.values = values;
        this.drivers = drivers;
        this.notes = List.copyOf(notes);
    }

    /** The scenario's place in the request, from 0. */
    int place() {
        return place;
    }

    /** The scenario's name for a sentence. */
    String name() {
        return "\"" + candidate.name() + "\"";
    }

    /** Null if there is none that answers the question. */
    @Nullable
    StoredRun run() {
        return run;
    }

    /** By which the run's paths answer the question; null if they don't reach it. */
    @Nullable
    QuestionPeriod period() {
        return period;
    }

    /** The question's value by replicate; null if nothing was simulated, or not far enough. */
    double @Nullable [] values() {
        return values;
    }

    /** Null if the run was made from other inputs than those that are known. */
    @Nullable
    Drivers drivers() {
        return drivers;
    }

    /** Why something can't be said, one sentence each. */
    List<String> notes() {
        return notes;
    }
}
