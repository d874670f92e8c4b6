package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Which revision last set a cell.
 *
 * @param restoring whether it was an undo or redo, which brings back what somebody set before
 */
public record Stamp(long revision, UserId actor, Instant at, String summary, boolean restoring) {

    public Stamp {
        requireNonNull(actor, "actor");
        requireNonNull(at, "at");
        requireNonNull(summary, "summary");
    }
}
