package io.futureos.studio.model;

/** What people want a scenario's run to do; the run looks at it between two ticks. */
public enum RunControl {
    RUNNING,
    PAUSED,
    STOPPED
}
