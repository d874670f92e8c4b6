package io.futureos.studio.engines.local.population;

/**
 * From the cells of a space to sums of those that share the categories of some dimensions. Cells lie in rows of blocks, a
 * block being of one sum, so that a pass goes straight through memory and looks up one place for each row.
 */
final class Projection {

    private final int size;
    private final int[] rows;
    private final int blocks;
    private final int step;
    private final int length;

    /**
     * Lays out a projection.
     *
     * @param size how many sums there are
     * @param rows by row, the sum of its first block
     * @param blocks in a row
     * @param step from the sum of a block to that of the next in its row
     * @param length cells in a block
     */
    Projection(int size, int[] rows, int blocks, int step, int length) {
        this.size = size;
        this.rows = rows;
        this.blocks = blocks;
        this.step = step;
        this.length = length;
    }

    /** How many sums there are. */
    int size() {
        return size;
    }

    double[] sums(double[] weights) {
        double[] sums = new double[size];
        int cell = 0;
        for (int row : rows) {
            if (length == 1) {
                addCells(weights, cell, sums, row);
            } else {
                addBlocks(weights, cell, sums, row);
            }
            cell += blocks * length;
        }
        return sums;
    }

    private void addCells(double[] weights, int cell, double[] sums, int row) {
        for (int block = 0; block < blocks; block++) {
            sums[row + block * step] += weights[cell + block];
        }
    }

    private void addBlocks(double[] weights, int from, double[] sums, int row) {
        for (int block = 0; block < blocks; block++) {
            int start = from + block * length;
            sums[row + block * step] += sum(weights, start, start + length);
        }
    }

    /** In four parts, which do not wait for each other. */
    private static double sum(double[] weights, int from, int to) {
        double one = 0;
        double two = 0;
        double three = 0;
        double four = 0;
        int cell = from;
        for (; cell + 3 < to; cell += 4) {
            one += weights[cell];
            two += weights[cell + 1];
            three += weights[cell + 2];
            four += weights[cell + 3];
        }
        for (; cell < to; cell++) {
            one += weights[cell];
        }
        return (one + two) + (three + four);
    }

    /** Multiplies each cell by the factor of its sum. */
    void scale(double[] weights, double[] factors) {
        int cell = 0;
        for (int row : rows) {
            if (length == 1) {
                scaleCells(weights, cell, factors, row);
            } else {
                scaleBlocks(weights, cell, factors, row);
            }
            cell += blocks * length;
        }
    }

    private void scaleCells(double[] weights, int cell, double[] factors, int row) {
        for (int block = 0; block < blocks; block++) {
            weights[cell + block] *= factors[row + block * step];
        }
    }

    private void scaleBlocks(double[] weights, int from, double[] factors, int row) {
        for (int block = 0; block < blocks; block++) {
            double factor = factors[row + block * step];
            int start = from + block * length;
            for (int cell = start; cell < start + length; cell++) {
                weights[cell] *= factor;
            }
        }
    }
}
