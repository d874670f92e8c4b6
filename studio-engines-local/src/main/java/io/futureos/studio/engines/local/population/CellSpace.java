package io.futureos.studio.engines.local.population;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.config.Spelling;
import java.util.List;

/** All combinations of categories, numbered with the last dimension running fastest. */
final class CellSpace {

    private static final int MAX_CELLS = 4_000_000;

    private final List<DimensionSpec> dimensions;
    private final int[] strides;
    private final int cells;

    CellSpace(List<DimensionSpec> dimensions) {
        this.dimensions = List.copyOf(dimensions);
        this.strides = new int[dimensions.size()];
        long count = 1;
        for (int d = dimensions.size() - 1; d >= 0; d--) {
            strides[d] = (int) count;
            count *= dimensions.get(d).categories().size();
            if (count > MAX_CELLS) {
                throw new EngineException(
                        "too_many_cells",
                        "The dimensions combine to more than " + MAX_CELLS
                                + " kinds of households; use fewer or coarser dimensions.");
            }
        }
        this.cells = (int) count;
    }

    int cells() {
        return cells;
    }

    List<DimensionSpec> dimensions() {
        return dimensions;
    }

    DimensionSpec dimension(int index) {
        return dimensions.get(index);
    }

    int categories(int dimension) {
        return dimensions.get(dimension).categories().size();
    }

    /** The index of the dimension of this name; {@code where} says for the error message who asks for it. */
    int dimension(String name, String where) {
        for (int d = 0; d < dimensions.size(); d++) {
            if (dimensions.get(d).name().equals(name)) {
                return d;
            }
        }
        List<String> names = dimensions.stream().map(DimensionSpec::name).toList();
        throw new EngineException(
                "dimension_unknown",
                where + " names \"" + name + "\", which is no dimension of the population" + Spelling.hint(name, names)
                        + ".");
    }

    int categoryOf(int cell, int dimension) {
        return cell / strides[dimension] % categories(dimension);
    }

    /** By cell, its index in the smaller space of these dimensions, the last running fastest. */
    int[] projection(int... onto) {
        int[] projected = new int[cells];
        for (int cell = 0; cell < cells; cell++) {
            int index = 0;
            for (int dimension : onto) {
                index = index * categories(dimension) + categoryOf(cell, dimension);
            }
            projected[cell] = index;
        }
        return projected;
    }
}
