package io.futureos.studio.engines.local.ensemble;

import java.util.Arrays;
import java.util.Optional;

/**
 * A forecast that a member would have made at {@code origin}, by draw and month.
 *
 * @param periods the numbers of the months, all after the origin
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; arrays keep thousands of draws small
record PastPaths(int origin, int[] periods, double[][] paths) {

    /** The sorted sample for a month; empty if the forecast does not reach it. */
    Optional<double[]> sample(int period) {
        for (int h = 0; h < periods.length; h++) {
            if (periods[h] == period) {
                int month = h;
                return Optional.of(Arrays.stream(paths)
                        .mapToDouble(path -> path[month])
                        .sorted()
                        .toArray());
            }
        }
        return Optional.empty();
    }
}
