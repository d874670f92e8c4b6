package io.futureos.studio.bench.engines;

import io.futureos.studio.engines.local.population.FittedCells;
import io.futureos.studio.engines.local.population.FittedCells.Given;
import io.futureos.studio.engines.local.random.CounterRandom;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fits 57,600 cells to the margins of a population that was drawn, in C and here, to a billionth. */
final class FittingRace {

    static final int PERSONS = 1_000_000;

    private static final int[] CATEGORIES = {2, 10, 8, 6, 5, 12};
    private static final int[][] ALONE = {{0}, {1}, {2}, {3}, {4}, {5}};

    private final List<Given> margins = new ArrayList<>();
    private FittedCells fitted;

    /** Each dimension by itself, and pairs of dimensions. */
    FittingRace(int[]... pairs) {
        double[] truth = truth();
        for (int[][] list : List.of(ALONE, pairs)) {
            for (int[] dimensions : list) {
                margins.add(new Given(dimensions, sums(truth, dimensions)));
            }
        }
        this.fitted = FittedCells.fit(CATEGORIES, margins);
    }

    /** Whoever ranks high in one dimension ranks high in the others. */
    private static double[] truth() {
        var random = new CounterRandom(5);
        double[] truth = new double[cells()];
        double total = 0;
        for (int cell = 0; cell < truth.length; cell++) {
            double unlike = 0;
            for (int d = 1; d < CATEGORIES.length; d++) {
                double gap = rank(cell, d) - rank(cell, d - 1);
                unlike += gap * gap;
            }
            truth[cell] = StrictMath.exp(0.3 * random.normal(cell) - unlike);
            total += truth[cell];
        }
        for (int cell = 0; cell < truth.length; cell++) {
            truth[cell] /= total;
        }
        return truth;
    }

    private static double rank(int cell, int dimension) {
        return category(cell, dimension) / (CATEGORIES[dimension] - 1.0);
    }

    private static int cells() {
        int cells = 1;
        for (int count : CATEGORIES) {
            cells *= count;
        }
        return cells;
    }

    private static int category(int cell, int dimension) {
        int rest = cell;
        for (int d = CATEGORIES.length - 1; d > dimension; d--) {
            rest /= CATEGORIES[d];
        }
        return rest % CATEGORIES[dimension];
    }

    private static double[] sums(double[] weights, int[] dimensions) {
        int size = 1;
        for (int dimension : dimensions) {
            size *= CATEGORIES[dimension];
        }
        double[] sums = new double[size];
        for (int cell = 0; cell < weights.length; cell++) {
            int index = 0;
            for (int dimension : dimensions) {
                index = index * CATEGORIES[dimension] + category(cell, dimension);
            }
            sums[index] += weights[cell];
        }
        return sums;
    }

    void fit() {
        fitted = FittedCells.fit(CATEGORIES, margins);
    }

    int sweeps() {
        return fitted.sweeps();
    }

    /** Fits, and makes a million whole persons. */
    int fitAndLayOut() {
        fit();
        return fitted.households(PERSONS, 3)[0].length;
    }

    /** The worst difference between a cell of ours and of C's, as a share of all households. */
    double worstDifference(PeerInC.Printed printed) {
        double[] theirs = printed.figures("cell");
        double[] ours = fitted.weights();
        double worst = 0;
        for (int cell = 0; cell < ours.length; cell++) {
            worst = Math.max(worst, Math.abs(theirs[cell] - ours[cell]));
        }
        return worst;
    }

    Path write(Path file) throws IOException {
        var out =
                new LittleEndianFile().ints(CATEGORIES.length).ints(CATEGORIES).ints(margins.size());
        for (Given margin : margins) {
            out.ints(margin.dimensions().length).ints(margin.dimensions()).doubles(margin.shares());
        }
        return out.write(file);
    }
}
