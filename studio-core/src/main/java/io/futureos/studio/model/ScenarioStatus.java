package io.futureos.studio.model;

import java.util.Locale;

/** What became of a scenario. The contract has no word for stale: such a scenario is defined. */
public enum ScenarioStatus {
    DEFINED,
    RUNNING,
    COMPLETED,
    FAILED;

    /** The name in the contract's JSON, for example {@code defined}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
