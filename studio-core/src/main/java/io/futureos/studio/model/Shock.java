package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

/**
 * A sudden change of one variable while a simulation runs.
 *
 * @param tick the simulated month that it hits, counted from 1
 * @param magnitude added to the variable from that tick on, in the variable's unit
 */
public record Shock(int tick, String variable, double magnitude) {

    public Shock {
        requireNonNull(variable, "variable");
        if (tick < 1) {
            throw new IllegalArgumentException("tick must be 1 or more, was " + tick);
        }
        if (!Double.isFinite(magnitude)) {
            throw new IllegalArgumentException("magnitude must be a finite number, was " + magnitude);
        }
    }
}
