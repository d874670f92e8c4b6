package io.futureos.studio.engines.local.compare;

import io.futureos.studio.engine.ExplanationGenerator.Candidate;
import io.futureos.studio.engine.ExplanationGenerator.StoredRun;
import io.futureos.studio.engines.local.ensemble.QuestionPeriod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One scenario with what can be said of it.
 *
 * @param run null if there is none that answers the question
 * @param period by which the run's paths answer it; null if they don't reach it
 * @param values the question's value by replicate; null if nothing was simulated, or not far enough
 * @param drivers null if the run was made from other inputs than those that are known
 * @param notes why something can't be said, one sentence each
 */
record Side(
        int place,
        Candidate candidate,
        @Nullable StoredRun run,
        @Nullable QuestionPeriod period,
        double @Nullable [] values,
        @Nullable Drivers drivers,
        List<String> notes) {

    String name() {
        return "\"" + candidate.name() + "\"";
    }
}
