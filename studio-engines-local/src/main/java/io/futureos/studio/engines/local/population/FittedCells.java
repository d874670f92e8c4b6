package io.futureos.studio.engines.local.population;

import io.futureos.studio.engines.local.random.CounterRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Kinds of households with how many there are of each, fitted to margins: the first part of making a population. Public so
 * that it can be measured by itself. Never changes.
 */
public final class FittedCells {

    private final CellSpace space;
    private final ProportionalFitting.Fitted fitted;

    private FittedCells(CellSpace space, ProportionalFitting.Fitted fitted) {
        this.space = space;
        this.fitted = fitted;
    }

    /**
     * One margin.
     *
     * @param dimensions one or two, by number
     * @param shares of the households, summing to 1, the last dimension running fastest
     */
    @SuppressWarnings("ArrayRecordComponent") // Bulk figures, handed on and never compared.
    public record Given(int[] dimensions, double[] shares) {}

    /** Fits dimensions of so many categories to margins. */
    public static FittedCells fit(int[] categories, List<Given> given) {
        var dimensions = new ArrayList<DimensionSpec>();
        for (int d = 0; d < categories.length; d++) {
            List<String> names = IntStream.range(0, categories[d])
                    .mapToObj(Integer::toString)
                    .toList();
            dimensions.add(new DimensionSpec("d" + d, "d" + d, names, true));
        }
        var space = new CellSpace(dimensions);
        var margins = new ArrayList<Margin>();
        for (Given margin : given) {
            margins.add(new Margin("margin " + margins.size(), margin.dimensions(), margin.shares()));
        }
        return new FittedCells(
                space, new CellFitting(space, margins, List.of()).fit().fitted());
    }

    /** By cell, its share of the households. */
    public double[] weights() {
        return fitted.weights().clone();
    }

    public int sweeps() {
        return fitted.sweeps();
    }

    /** Whole households: by dimension and household, the index of its category as an unsigned byte. */
    public byte[][] households(int size, long seed) {
        return space.laidOut(Integerisation.counts(fitted.weights(), size, new CounterRandom(seed)), size);
    }
}
