package io.futureos.studio.action;

/** How far simulated months are counted; 1,200 are a century. */
final class Tick {

    /** The months that are simulated. */
    static final Range SIMULATED = new Range(1, 1_200);

    /** What can be looked at: the simulated months, and with 0 the moment before the first. */
    static final Range SHOWN = new Range(0, 1_200);

    private Tick() {}
}
