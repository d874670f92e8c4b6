package io.futureos.studio.engines.local.models;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Weighted points of a unit cube that stand for a posterior on it, whose prior is even. A first round is spread all over
 * the cube (Halton, 1960), later ones around what was best so far, and all are weighed by the mixture that they came from
 * (population Monte Carlo; Cappe and others, 2004).
 *
 * @param <T> what is computed at a point
 */
final class PosteriorSample<T> {

    private static final int[] PRIMES = {2, 3, 5, 7, 11, 13, 17, 19};
    private static final int SPREAD = 160;
    private static final int ROUNDS = 2;
    private static final int NEARER = 80;
    private static final double REACH = 0.25;
    private static final double NARROWING = 0.7;

    /** The first points of the sequence are too regular in the larger primes. */
    private static final int SKIPPED = 20;

    private static final double NEGLIGIBLE = 1e-4;

    private final Function<double[], T> evaluation;
    private final ToDoubleFunction<T> logLikelihood;
    private final int dimensions;
    private final List<Point<T>> points = new ArrayList<>();
    private final List<Round> rounds = new ArrayList<>();
    private double[] weights = {};

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Point<T>(double[] place, T value, double logLikelihood) {}

    /** Points near the centres, each chosen with its share, within {@code reach} in every direction. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Round(List<double[]> centres, double[] shares, double reach) {

        double density(double[] place) {
            double density = 0;
            for (int i = 0; i < shares.length; i++) {
                density += shares[i] < NEGLIGIBLE ? 0 : shares[i] * density(centres.get(i), place);
            }
            return density;
        }

        private double density(double[] centre, double[] place) {
            double density = 1;
            for (int d = 0; d < place.length; d++) {
                if (Math.abs(place[d] - centre[d]) > reach) {
                    return 0;
                }
                density /= high(centre[d]) - low(centre[d]);
            }
            return density;
        }

        double low(double centre) {
            return Math.max(0, centre - reach);
        }

        double high(double centre) {
            return Math.min(1, centre + reach);
        }
    }

    PosteriorSample(int dimensions, Function<double[], T> evaluation, ToDoubleFunction<T> logLikelihood) {
        this.dimensions = dimensions;
        this.evaluation = evaluation;
        this.logLikelihood = logLikelihood;
        for (int i = 0; i < SPREAD; i++) {
            add(evenly(i));
        }
        weigh();
        double reach = REACH;
        for (int round = 0; round < ROUNDS; round++, reach *= NARROWING) {
            draw(round, reach);
            weigh();
        }
    }

    private void add(double[] place) {
        T value = evaluation.apply(place);
        points.add(new Point<>(place, value, logLikelihood.applyAsDouble(value)));
    }

    /** Roots of the weights, so that what was second best is looked at as well. */
    private void draw(int round, double reach) {
        double[] shares = weights.clone();
        double total = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.sqrt(shares[i]);
            total += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= total;
        }
        Round nearer = new Round(points.stream().map(Point::place).toList(), shares, reach);
        Strata strata = new Strata(shares, NEARER);
        for (int i = 0; i < NEARER; i++) {
            double[] centre = nearer.centres.get(strata.next());
            double[] place = evenly(SPREAD + round * NEARER + i);
            for (int d = 0; d < dimensions; d++) {
                double low = nearer.low(centre[d]);
                place[d] = low + place[d] * (nearer.high(centre[d]) - low);
            }
            add(place);
        }
        rounds.add(nearer);
    }

    private void weigh() {
        double best = points.stream().mapToDouble(Point::logLikelihood).max().orElseThrow();
        weights = new double[points.size()];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            Point<T> point = points.get(i);
            double density = SPREAD;
            for (Round round : rounds) {
                density += NEARER * round.density(point.place);
            }
            weights[i] = StrictMath.exp(point.logLikelihood - best) / density;
            total += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= total;
        }
    }

    private double[] evenly(int index) {
        double[] place = new double[dimensions];
        for (int d = 0; d < dimensions; d++) {
            double part = 1;
            for (int left = index + SKIPPED; left > 0; left /= PRIMES[d]) {
                part /= PRIMES[d];
                place[d] += part * (left % PRIMES[d]);
            }
        }
        return place;
    }

    /** {@code count} values, each as often as its weight says. */
    List<T> values(int count) {
        Strata strata = new Strata(weights, count);
        List<T> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(points.get(strata.next()).value);
        }
        return values;
    }
}
