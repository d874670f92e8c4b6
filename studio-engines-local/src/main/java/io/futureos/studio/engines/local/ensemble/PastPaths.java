package io.futureos.studio.engines.local.ensemble;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A forecast that a member would have made at {@code origin}, by draw and month.
 *
 * @param periods the numbers of the months, all after the origin
 */
record PastPaths(int origin, int[] periods, double[][] paths) {

    /** The sorted sample for a month; null if the forecast does not reach it. */
    double @Nullable [] sample(int period) {
        for (int h = 0; h < periods.length; h++) {
            if (periods[h] == period) {
                int month = h;
                return Arrays.stream(paths)
                        .mapToDouble(path -> path[month])
                        .sorted()
                        .toArray();
            }
        }
        return null;
    }
}
