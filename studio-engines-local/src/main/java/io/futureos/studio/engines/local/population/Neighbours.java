package io.futureos.studio.engines.local.population;

import java.util.Arrays;

/**
 * Who is whose neighbour, as compressed sparse rows: the neighbours of household {@code h}, ascending, are
 * {@code list[first[h]]} up to {@code list[first[h + 1] - 1]}. Each link stands in both rows.
 */
@SuppressWarnings("ArrayRecordComponent") // Columns of up to millions of numbers; never compared, never written.
public record Neighbours(int[] first, int[] list) {

    public int degree(int household) {
        return first[household + 1] - first[household];
    }

    /** Whether two households are neighbours. */
    public boolean linked(int one, int other) {
        return Arrays.binarySearch(list, first[one], first[one + 1], other) >= 0;
    }
}
