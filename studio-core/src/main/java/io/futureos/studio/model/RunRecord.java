package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * How far a scenario's run was recorded.
 *
 * @param tick the last simulated month, counted from 1; 0 before the first
 * @param frames the recorded frames, as a JSON list
 * @param checkpoint from where a paused run goes on; null when it is over
 * @param inputs the inputs of the run, without shocks that were injected
 */
public record RunRecord(
        int tick, int totalTicks, BlobKey frames, @Nullable BlobKey checkpoint, Fingerprint inputs) {

    public RunRecord {
        requireNonNull(frames, "frames");
        requireNonNull(inputs, "inputs");
    }
}
