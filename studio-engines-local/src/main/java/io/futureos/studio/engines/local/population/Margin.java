package io.futureos.studio.engines.local.population;

import java.util.ArrayList;
import java.util.Arrays;

/**
 * The distribution of one or two dimensions that the households must show.
 *
 * @param dimensions their indices in the {@link CellSpace}
 * @param shares of the households, summing to 1, the last dimension running fastest
 */
@SuppressWarnings("ArrayRecordComponent") // Bulk figures, handed on and never compared.
record Margin(String name, int[] dimensions, double[] shares) {

    /** The same margin with counts turned to shares. */
    static Margin ofCounts(String name, int[] dimensions, double[] counts) {
        double total = Arrays.stream(counts).sum();
        return new Margin(
                name,
                dimensions,
                Arrays.stream(counts).map(count -> count / total).toArray());
    }

    boolean covers(int dimension) {
        return Arrays.stream(dimensions).anyMatch(own -> own == dimension);
    }

    /** The shares of one of this margin's dimensions by itself. */
    double[] alone(int dimension, CellSpace space) {
        double[] alone = new double[space.categories(dimension)];
        int position = dimensions[0] == dimension ? 0 : 1;
        int columns = dimensions.length == 1 ? 1 : space.categories(dimensions[1]);
        for (int cell = 0; cell < shares.length; cell++) {
            alone[position == 0 ? cell / columns : cell % columns] += shares[cell];
        }
        return alone;
    }

    /** The categories that a share belongs to, for people. */
    String place(int index, CellSpace space) {
        var place = new ArrayList<String>();
        int rest = index;
        for (int position = dimensions.length - 1; position >= 0; position--) {
            DimensionSpec along = space.dimension(dimensions[position]);
            int category = rest % along.categories().size();
            rest /= along.categories().size();
            place.add(0, along.name() + " \"" + along.categories().get(category) + "\"");
        }
        return String.join(" and ", place);
    }
}
