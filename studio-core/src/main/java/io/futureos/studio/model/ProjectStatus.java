package io.futureos.studio.model;

import java.util.Locale;

/** How far a project is: the last stage up to which everything is complete. */
public enum ProjectStatus {
    DRAFT,
    DATA_READY,
    POPULATION_READY,
    SCENARIOS_DEFINED,
    SIMULATED,
    COMPLETE;

    /** The name in the contract's JSON, for example {@code data_ready}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
