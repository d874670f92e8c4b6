package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

/**
 * A run that goes on at this moment.
 *
 * @param tick the month that is being computed or was computed last
 */
public record LiveRun(JobId job, int tick, int totalTicks) {

    public LiveRun {
        requireNonNull(job, "job");
    }
}
