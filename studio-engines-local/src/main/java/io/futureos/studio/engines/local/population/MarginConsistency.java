package io.futureos.studio.engines.local.population;

import io.futureos.studio.engine.EngineException;
import java.util.List;
import java.util.Locale;

/** Finds margins that say different things about the same dimension, which no population can meet. */
final class MarginConsistency {

    private MarginConsistency() {}

    static void check(List<Margin> margins, CellSpace space) {
        for (int i = 0; i < margins.size(); i++) {
            for (int j = i + 1; j < margins.size(); j++) {
                for (int dimension : margins.get(i).dimensions()) {
                    if (margins.get(j).covers(dimension)) {
                        compare(margins.get(i), margins.get(j), dimension, space);
                    }
                }
            }
        }
    }

    private static void compare(Margin one, Margin other, int dimension, CellSpace space) {
        double[] first = one.alone(dimension, space);
        double[] second = other.alone(dimension, space);
        for (int category = 0; category < first.length; category++) {
            if (Math.abs(first[category] - second[category]) > ProportionalFitting.TOLERANCE) {
                DimensionSpec along = space.dimension(dimension);
                throw new EngineException(
                        "margins_contradict",
                        String.format(
                                Locale.ROOT,
                                "Margins \"%s\" and \"%s\" contradict each other: for %s \"%s\" one gives a share of"
                                        + " %.6f, the other %.6f. They differ by %.2g and must agree.",
                                one.name(),
                                other.name(),
                                along.name(),
                                along.categories().get(category),
                                first[category],
                                second[category],
                                Math.abs(first[category] - second[category])));
            }
        }
    }
}
