package io.futureos.studio.engines.local.population;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Groups of dimensions that margins and profiles tie together. What nothing ties stays independent in a fit of least relative
 * entropy from a uniform start; so each group is fitted by itself, in far fewer cells, and the whole is their product.
 */
final class TiedDimensions {

    private final int[] group;

    /** So many dimensions, none tied to another yet. */
    TiedDimensions(int dimensions) {
        this.group = IntStream.range(0, dimensions).toArray();
    }

    void tie(int... dimensions) {
        for (int dimension : dimensions) {
            int from = group[dimension];
            int to = group[dimensions[0]];
            for (int d = 0; d < group.length; d++) {
                group[d] = group[d] == from ? to : group[d];
            }
        }
    }

    /** The groups, each with its dimensions in ascending order. */
    List<int[]> groups() {
        var groups = new ArrayList<int[]>();
        for (int first = 0; first < group.length; first++) {
            int number = first;
            int[] members = IntStream.range(0, group.length)
                    .filter(d -> group[d] == group[number])
                    .toArray();
            if (members[0] == first) {
                groups.add(members);
            }
        }
        return groups;
    }
}
