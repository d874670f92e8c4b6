package io.futureos.studio.engines.local.simulation;

import java.util.Arrays;

/**
 * How far it is from one household to the next that chance picks, when each is picked with the same probability and whatever
 * happens to the others: the geometric distribution, by inversion of a table. It has no memory, so where the table ends one
 * goes on from there with another draw. Made of products alone, and so the same on every machine.
 */
final class Gaps {

    /** The longest gap that the table knows. */
    static final int LONGEST = 255;

    /** What {@link #next} says if nobody within {@link #LONGEST} is picked. */
    static final int NONE = 0;

    private final double[] reached = new double[LONGEST];

    Gaps(double probability) {
        double missed = 1;
        for (int gap = 0; gap < LONGEST; gap++) {
            missed *= 1 - probability;
            reached[gap] = 1 - missed;
        }
    }

    /** The next gap, from 1 on, for a uniform draw. */
    int next(double uniform) {
        int place = Arrays.binarySearch(reached, uniform);
        int gap = place < 0 ? -place : place + 2;
        return gap > LONGEST ? NONE : gap;
    }
}
