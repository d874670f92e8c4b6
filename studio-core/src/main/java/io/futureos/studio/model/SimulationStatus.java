package io.futureos.studio.model;

import java.util.Locale;

/** How far the simulation stage is. */
public enum SimulationStatus {
    NOT_STARTED,
    RUNNING,
    PAUSED,
    COMPLETE;

    /** The name in the contract's JSON, for example {@code not_started}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
