package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

/**
 * The job that owns a {@link Lane}.
 *
 * @param task what it is to do, where a lane knows several things, for example {@code fetch} or {@code rebuild}
 * @param user who asked for it; its result bears this name
 * @param revision the revision that asked for it
 * @param attempt who works on it: the first attempt, or a later one after a failure or the death of a node. A worker of an
 *     earlier attempt has lost the lane
 */
public record JobRef(JobId id, String task, UserId user, long revision, int attempt) {

    public JobRef {
        requireNonNull(id, "id");
        requireNonNull(task, "task");
        requireNonNull(user, "user");
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt must be 1 or more, was " + attempt);
        }
    }

    /** A job that nobody has tried yet. */
    public JobRef(JobId id, String task, UserId user, long revision) {
        this(id, task, user, revision, 1);
    }

    /** The same job in the hands of a later worker. */
    public JobRef tried(int laterAttempt) {
        return new JobRef(id, task, user, revision, laterAttempt);
    }
}
