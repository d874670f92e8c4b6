package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param phase what it is doing, in a few words for people
 * @param fraction done, from 0 to 1
 * @param attempt which try this is, counted from 1
 * @param startedAt when this attempt began; null while the job waits for its first turn
 * @param expectedEnd when it will be done if it goes on as fast as so far; null if that can't be said
 * @param errorCode stable, for programs; null unless it failed, or waits to be tried again
 * @param error one sentence for people; null unless it failed, or waits to be tried again
 */
public record JobStatus(
        JobId id,
        Lane lane,
        State state,
        String phase,
        double fraction,
        int attempt,
        @Nullable Instant startedAt,
        @Nullable Instant expectedEnd,
        @Nullable String errorCode,
        @Nullable String error) {

    /** Less of a job than this says nothing about how fast it is. */
    private static final double TELLING = 0.01;

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
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("fraction must be from 0 to 1, was " + fraction);
        }
    }

    /** A job that waits for its turn. */
    public static JobStatus queued(JobId id, Lane lane) {
        return new JobStatus(id, lane, State.QUEUED, "waiting", 0, 1, null, null, null, null);
    }

    /** How much is done, as a whole number from 0 to 100. */
    public int percent() {
        return (int) Math.floor(100 * fraction);
    }

    /** The job as an attempt begins. */
    public JobStatus started(int number, Instant now) {
        return new JobStatus(id, lane, State.RUNNING, "starting", 0, number, now, null, null, null);
    }

    /** The job as it goes on. */
    public JobStatus running(String nextPhase, double nextFraction, Instant now) {
        return new JobStatus(
                id,
                lane,
                State.RUNNING,
                nextPhase,
                nextFraction,
                attempt,
                startedAt,
                expectedEnd(nextFraction, now),
                null,
                null);
    }

    private @Nullable Instant expectedEnd(double done, Instant now) {
        if (startedAt == null || done < TELLING) {
            return null;
        }
        double nanos = Duration.between(startedAt, now).toNanos() / done * (1 - done);
        return now.plusNanos((long) Math.max(0, nanos));
    }

    /** The job as it waits to be tried again after a failure that may pass. */
    public JobStatus waiting(Duration delay, String code, String message) {
        return new JobStatus(
                id,
                lane,
                State.QUEUED,
                "trying again in " + delay.toSeconds() + " s",
                0,
                attempt,
                startedAt,
                null,
                code,
                message);
    }

    /** The job as it ended without an error. */
    public JobStatus ended(State end) {
        boolean done = end == State.SUCCEEDED;
        return new JobStatus(
                id, lane, end, done ? "done" : phase, done ? 1 : fraction, attempt, startedAt, null, null, null);
    }

    /** The job as it failed. */
    public JobStatus failed(String code, String message) {
        return new JobStatus(id, lane, State.FAILED, phase, fraction, attempt, startedAt, null, code, message);
    }
}
