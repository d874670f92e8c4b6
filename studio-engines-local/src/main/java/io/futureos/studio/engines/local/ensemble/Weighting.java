package io.futureos.studio.engines.local.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What contenders count for, given forecasts whose outcomes are known: the weights with the least CRPS of the pool,
 * drawn towards equal ones as if {@link #PRIOR_ORIGINS} more origins had found all equally good. Without any such
 * forecast: equal weights.
 */
final class Weighting {

    static final double PRIOR_ORIGINS = 1;

    private final int contenders;
    private final List<Distances> known = new ArrayList<>();

    Weighting(int contenders) {
        this.contenders = contenders;
    }

    /** Mean distances of one case: computed once, used at each later origin. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Distances(PastCase past, double[] toOutcome, double[][] between) {}

    void learn(PastCase past) {
        double[] toOutcome = new double[contenders];
        double[][] between = new double[contenders][contenders];
        for (int i = 0; i < contenders; i++) {
            if (past.has(i)) {
                toOutcome[i] = Crps.meanDistance(past.sample(i), past.outcome());
                for (int j = 0; j <= i; j++) {
                    if (past.has(j)) {
                        between[i][j] = Crps.meanDistance(past.sample(i), past.sample(j));
                        between[j][i] = between[i][j];
                    }
                }
            }
        }
        known.add(new Distances(past, toOutcome, between));
    }

    /**
     * The weights at the end of {@code month}, by contender.
     *
     * @param eligible contenders that are there to be weighed; the others get 0
     */
    double[] at(int month, IntPredicate eligible) {
        int[] who =
                java.util.stream.IntStream.range(0, contenders).filter(eligible).toArray();
        double[] a = new double[who.length];
        double[][] b = new double[who.length][who.length];
        int cases = 0;
        long origins = 0;
        int lastOrigin = Integer.MIN_VALUE;
        for (Distances distances : known) {
            if (distances.past.period() <= month && Arrays.stream(who).allMatch(distances.past::has)) {
                cases++;
                origins += distances.past.origin() == lastOrigin ? 0 : 1;
                lastOrigin = distances.past.origin();
                for (int i = 0; i < who.length; i++) {
                    a[i] += distances.toOutcome[who[i]];
                    for (int j = 0; j < who.length; j++) {
                        b[i][j] += distances.between[who[i]][who[j]];
                    }
                }
            }
        }
        return spread(who, cases == 0 ? equal(who.length) : best(a, b, cases, origins));
    }

    private static double[] best(double[] a, double[][] b, int cases, long origins) {
        double scale = 0;
        for (int i = 0; i < a.length; i++) {
            a[i] /= cases;
            scale += a[i] / a.length;
            for (int j = 0; j < a.length; j++) {
                b[i][j] /= cases;
            }
        }
        return SimplexWeights.minimising(a, b, scale * PRIOR_ORIGINS / origins);
    }

    private static double[] equal(int count) {
        double[] weights = new double[count];
        Arrays.fill(weights, 1.0 / count);
        return weights;
    }

    private double[] spread(int[] who, double[] weights) {
        double[] all = new double[contenders];
        for (int i = 0; i < who.length; i++) {
            all[who[i]] = weights[i];
        }
        return all;
    }
}
