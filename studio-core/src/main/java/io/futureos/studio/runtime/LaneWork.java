package io.futureos.studio.runtime;

import io.futureos.studio.decide.JobResult;
import io.futureos.studio.model.JobStatus;
import java.util.function.Consumer;

/** The long work of one kind of lane. */
interface LaneWork {

    /** Does the work with the inputs of the job's moment. */
    Finished run(Job job);

    /** Says what else is so now that the job failed for good. */
    default void gaveUp(Job job, JobResult result) {}

    /**
     * What the work brings home.
     *
     * @param summary one sentence for the modification log
     * @param state how the job ends if its result is taken
     */
    record Finished(String summary, JobStatus.State state, Consumer<JobResult> result) {

        static Finished done(String summary, Consumer<JobResult> result) {
            return new Finished(summary, JobStatus.State.SUCCEEDED, result);
        }

        static Finished paused(String summary, Consumer<JobResult> result) {
            return new Finished(summary, JobStatus.State.PAUSED, result);
        }
    }
}
