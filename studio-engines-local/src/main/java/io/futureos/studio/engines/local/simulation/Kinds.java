package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engines.local.population.Households;
import io.futureos.studio.engines.local.population.Neighbours;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The kinds of households that nothing in the simulation tells apart: alike in the dimensions that matter, in archetype and
 * in how many neighbours they have. A kind has a cell for each number of neighbours who drive electric, from none to all; so
 * what all households of a town do can be summed over cells, of which there are fewer. Never changes.
 */
final class Kinds {

    private final int[] of;
    private final int[] examples;
    private final int[] firstCells;

    private Kinds(int[] of, int[] examples, int[] firstCells) {
        this.of = of;
        this.examples = examples;
        this.firstCells = firstCells;
    }

    /** Tells households apart by these dimensions, by archetype and by their number of neighbours. */
    static Kinds of(Households households, int[] dimensions) {
        int[] of = new int[households.size()];
        for (int dimension : dimensions) {
            refine(of, household -> households.category(dimension, household));
        }
        refine(of, households::archetypeOf);
        Neighbours neighbours = households.neighbours();
        int kinds = refine(of, neighbours::degree);
        int[] examples = new int[kinds];
        for (int household = of.length - 1; household >= 0; household--) {
            examples[of[household]] = household;
        }
        int[] firstCells = new int[kinds + 1];
        for (int kind = 0; kind < kinds; kind++) {
            firstCells[kind + 1] = firstCells[kind] + neighbours.degree(examples[kind]) + 1;
        }
        return new Kinds(of, examples, firstCells);
    }

    /** Splits kinds by one more trait, numbers them anew in the order of their traits, and says how many there are. */
    private static int refine(int[] of, IntUnaryOperator trait) {
        int traits = 1;
        for (int household = 0; household < of.length; household++) {
            traits = Math.max(traits, trait.applyAsInt(household) + 1);
        }
        long[] keys = new long[of.length];
        for (int household = 0; household < of.length; household++) {
            // Kind and trait in the upper bits, the household in the lower 21: no population is larger.
            keys[household] = ((long) of[household] * traits + trait.applyAsInt(household)) << 21 | household;
        }
        Arrays.sort(keys);
        int kind = -1;
        long before = -1;
        for (long key : keys) {
            kind += key >>> 21 == before ? 0 : 1;
            before = key >>> 21;
            of[(int) (key & 0x1fffff)] = kind;
        }
        return kind + 1;
    }

    int count() {
        return examples.length;
    }

    int of(int household) {
        return of[household];
    }

    /** The first household of a kind. */
    int example(int kind) {
        return examples[kind];
    }

    /** The cell of a kind's households that have no electric neighbour; for the number of kinds, the number of cells. */
    int firstCell(int kind) {
        return firstCells[kind];
    }

    int cells() {
        return firstCells[firstCells.length - 1];
    }

    int degree(int kind) {
        return firstCells[kind + 1] - firstCells[kind] - 1;
    }
}
