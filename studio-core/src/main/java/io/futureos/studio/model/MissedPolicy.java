package io.futureos.studio.model;

/** What becomes of deliveries that came due while no node was running. */
public enum MissedPolicy {
    /** The newest is made up for; those before it are left out. */
    LATEST,
    /** None is made up for. */
    SKIP,
    /** Each is made up for, in order. */
    ALL
}
