package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

/**
 * The job that owns a {@link Lane}.
 *
 * @param task what it is to do, where a lane knows several things, for example {@code fetch} or {@code rebuild}
 * @param user who asked for it; its result bears this name
 * @param revision the revision that asked for it
 */
public record JobRef(JobId id, String task, UserId user, long revision) {

    public JobRef {
        requireNonNull(id, "id");
        requireNonNull(task, "task");
        requireNonNull(user, "user");
    }
}
