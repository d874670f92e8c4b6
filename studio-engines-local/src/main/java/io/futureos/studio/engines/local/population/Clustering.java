package io.futureos.studio.engines.local.population;

import java.util.Arrays;

/**
 * Groups the kinds of households by likeness: k-medians on ranks for ordered dimensions, k-modes (Huang, 1998) for
 * others. Starts from the largest kind and then, each time, from the kind that is largest and farthest from what there
 * is; so the result does not depend on chance.
 */
final class Clustering {

    private static final int MAX_ROUNDS = 50;

    private final CellSpace space;
    private final int[] counts;
    private final int[] kinds;
    private final double[][] ranks;

    private Clustering(CellSpace space, int[] counts) {
        this.space = space;
        this.counts = counts;
        int[] filled = new int[counts.length];
        int found = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell] > 0) {
                filled[found++] = cell;
            }
        }
        this.kinds = Arrays.copyOf(filled, found);
        this.ranks = ranks();
    }

    /**
     * By cell, the number of its group, from 0, the largest group first; -1 for a cell without households.
     *
     * @param counts households by cell
     * @param groups how many groups at most
     */
    static int[] group(CellSpace space, int[] counts, int groups) {
        var clustering = new Clustering(space, counts);
        return clustering.bySize(clustering.assign(Math.min(groups, clustering.kinds.length)));
    }

    /** By dimension and category, the share of households below it plus half of its own. */
    private double[][] ranks() {
        double[][] ranks = new double[space.dimensions().size()][];
        for (int d = 0; d < ranks.length; d++) {
            double[] sums = new double[space.categories(d)];
            double total = 0;
            for (int cell : kinds) {
                sums[space.categoryOf(cell, d)] += counts[cell];
                total += counts[cell];
            }
            double below = 0;
            for (int c = 0; c < sums.length; c++) {
                double own = sums[c] / total;
                sums[c] = below + own / 2;
                below += own;
            }
            ranks[d] = sums;
        }
        return ranks;
    }

    private int[] assign(int groups) {
        int[][] centres = start(groups);
        int[] group = new int[kinds.length];
        Arrays.fill(group, -1);
        for (int round = 0; round < MAX_ROUNDS; round++) {
            boolean moved = false;
            for (int k = 0; k < kinds.length; k++) {
                int nearest = nearest(kinds[k], centres, groups);
                moved |= nearest != group[k];
                group[k] = nearest;
            }
            if (!moved) {
                break;
            }
            for (int g = 0; g < groups; g++) {
                centres[g] = centre(group, g, centres[g]);
            }
        }
        return group;
    }

    private int[][] start(int groups) {
        int[][] centres = new int[groups][];
        for (int g = 0; g < groups; g++) {
            int best = kinds[0];
            double bestScore = -1;
            for (int cell : kinds) {
                double score = counts[cell] * (g == 0 ? 1 : distance(cell, centres[nearest(cell, centres, g)]));
                if (score > bestScore) {
                    bestScore = score;
                    best = cell;
                }
            }
            centres[g] = categories(best);
        }
        return centres;
    }

    private int[] categories(int cell) {
        int[] categories = new int[space.dimensions().size()];
        for (int d = 0; d < categories.length; d++) {
            categories[d] = space.categoryOf(cell, d);
        }
        return categories;
    }

    private int nearest(int cell, int[][] centres, int among) {
        int nearest = 0;
        double shortest = Double.POSITIVE_INFINITY;
        for (int g = 0; g < among; g++) {
            double distance = distance(cell, centres[g]);
            if (distance < shortest) {
                shortest = distance;
                nearest = g;
            }
        }
        return nearest;
    }

    private double distance(int cell, int[] centre) {
        double distance = 0;
        for (int d = 0; d < centre.length; d++) {
            int category = space.categoryOf(cell, d);
            if (space.dimension(d).ordered()) {
                distance += Math.abs(ranks[d][category] - ranks[d][centre[d]]);
            } else {
                distance += category == centre[d] ? 0 : 0.5;
            }
        }
        return distance;
    }

    private int[] centre(int[] group, int wanted, int[] otherwise) {
        int[] centre = otherwise.clone();
        for (int d = 0; d < centre.length; d++) {
            double[] sums = new double[space.categories(d)];
            for (int k = 0; k < kinds.length; k++) {
                if (group[k] == wanted) {
                    sums[space.categoryOf(kinds[k], d)] += counts[kinds[k]];
                }
            }
            double total = Arrays.stream(sums).sum();
            if (total > 0) {
                centre[d] = space.dimension(d).ordered() ? Categories.quantile(sums, 0.5) : Categories.mode(sums);
            }
        }
        return centre;
    }

    private int[] bySize(int[] group) {
        long[] sizes =
                new long[counts.length == 0 ? 0 : Arrays.stream(group).max().orElse(0) + 1];
        for (int k = 0; k < kinds.length; k++) {
            sizes[group[k]] += counts[kinds[k]];
        }
        int[] numbers = new int[sizes.length];
        for (int g = 0; g < sizes.length; g++) {
            for (int other = 0; other < sizes.length; other++) {
                numbers[g] += sizes[other] > sizes[g] || (sizes[other] == sizes[g] && other < g) ? 1 : 0;
            }
        }
        int[] byCell = new int[counts.length];
        Arrays.fill(byCell, -1);
        for (int k = 0; k < kinds.length; k++) {
            byCell[kinds[k]] = numbers[group[k]];
        }
        return byCell;
    }
}
