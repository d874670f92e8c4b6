package io.futureos.studio.decide;

import io.futureos.studio.change.Edits;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.JobRef;
import io.futureos.studio.model.Lane;
import java.util.Optional;

/**
 * Puts a job into the hands of a later worker, after a failure that may pass or the death of a node. From then on whatever an
 * earlier worker brings home does not count.
 */
public final class JobTakeover {

    private JobTakeover() {}

    /** The decision, or empty if the lane does not belong to the job any more, or a still later worker has it. */
    public static Optional<Decision> of(DecideContext context, Lane lane, JobRef job, int attempt) {
        return context.project()
                .get(Cells.job(lane))
                .filter(owner -> owner.id().equals(job.id()) && owner.attempt() < attempt)
                .map(owner -> Decider.accepted(
                        new Edits(context.project()).set(Cells.job(lane), owner.tried(attempt)),
                        "Attempt " + attempt + " at the job of " + lane));
    }
}
