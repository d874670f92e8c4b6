package io.futureos.studio.model;

import java.util.Locale;

/** How far a stage is. The contract has no word for stale: such a stage is in progress. */
public enum StageStatus {
    NOT_STARTED,
    IN_PROGRESS,
    COMPLETE;

    /** The name in the contract's JSON, for example {@code in_progress}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
