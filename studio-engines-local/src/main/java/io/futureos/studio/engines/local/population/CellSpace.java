package io.futureos.studio.engines.local.population;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.config.Spelling;
import java.util.Arrays;
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

    /** The space of some of the dimensions. */
    CellSpace of(int... some) {
        return new CellSpace(Arrays.stream(some).mapToObj(dimensions::get).toList());
    }

    /** Onto the smaller space of these dimensions, at least one and each once, the last running fastest. */
    Projection projection(int... onto) {
        int innermost = Arrays.stream(onto).max().orElseThrow();
        int length = strides[innermost];
        int blocks = categories(innermost);
        int[] rows = new int[cells / (length * blocks)];
        int size = 1;
        int step = 1;
        for (int position = onto.length - 1; position >= 0; position--) {
            int dimension = onto[position];
            if (dimension == innermost) {
                step = size;
            } else {
                for (int row = 0; row < rows.length; row++) {
                    rows[row] += size * categoryOf(row * length * blocks, dimension);
                }
            }
            size *= categories(dimension);
        }
        return new Projection(size, rows, blocks, step, length);
    }

    /**
     * Households in the order of their cells: by dimension and household, the index of its category as an unsigned byte.
     *
     * @param counts by cell, summing to {@code size}
     */
    byte[][] laidOut(int[] counts, int size) {
        byte[][] values = new byte[dimensions.size()][size];
        for (int d = 0; d < values.length; d++) {
            layOut(values[d], d, counts);
        }
        return values;
    }

    /** The cells of a block share a category, so that there are fewer and longer stretches than cells. */
    private void layOut(byte[] column, int dimension, int[] counts) {
        int block = strides[dimension];
        int from = 0;
        for (int first = 0; first < cells; first += block) {
            int to = from;
            for (int cell = first; cell < first + block; cell++) {
                to += counts[cell];
            }
            Arrays.fill(column, from, to, (byte) categoryOf(first, dimension));
            from = to;
        }
    }
}
