package io.futureos.studio.live;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.JobId;
import io.futureos.studio.model.Lane;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param phase what it is doing, in a few words for people
 * @param fraction done, from 0 to 1
 * @param errorCode stable, for programs; null unless it failed
 * @param error one sentence for people; null unless it failed
 */
public record JobStatus(
        JobId id,
        Lane lane,
        State state,
        String phase,
        double fraction,
        @Nullable String errorCode,
        @Nullable String error) {

    /** Where a job is in its life. */
    public enum State {
        QUEUED,
        RUNNING,
        /** A simulation that stands still until it is resumed by another job. */
        PAUSED,
        SUCCEEDED,
        FAILED,
        CANCELLED;

        /** Whether nothing more will come of the job. */
        public boolean isEnd() {
            return this != QUEUED && this != RUNNING;
        }
    }

    public JobStatus {
        requireNonNull(id, "id");
        requireNonNull(lane, "lane");
        requireNonNull(state, "state");
        requireNonNull(phase, "phase");
    }

    /** A job that waits for its turn. */
    public static JobStatus queued(JobId id, Lane lane) {
        return new JobStatus(id, lane, State.QUEUED, "waiting", 0, null, null);
    }

    /** The job as it goes on. */
    public JobStatus running(String nextPhase, double nextFraction) {
        return new JobStatus(id, lane, State.RUNNING, nextPhase, nextFraction, null, null);
    }

    /** The job as it ended without an error. */
    public JobStatus ended(State end) {
        return new JobStatus(
                id,
                lane,
                end,
                end == State.SUCCEEDED ? "done" : phase,
                end == State.SUCCEEDED ? 1 : fraction,
                null,
                null);
    }

    /** The job as it failed. */
    public JobStatus failed(String code, String message) {
        return new JobStatus(id, lane, State.FAILED, phase, fraction, code, message);
    }
}
