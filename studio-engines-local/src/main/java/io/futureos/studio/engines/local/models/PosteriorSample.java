package io.futureos.studio.engines.local.models;

import java.util.ArrayList;
import java.util.Arrays;
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

    /** Of a round's, that a centre must get to be one. */
    private static final double LEAST_POINTS = 0.05;

    private static final double IMPOSSIBLE = 1e-9;

    private final Function<double[], T> evaluation;
    private final ToDoubleFunction<T> logLikelihood;
    private final int dimensions;
    private final List<Point<T>> points = new ArrayList<>();
    private final List<List<Box>> rounds = new ArrayList<>();
    private double[] weights = {};

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Point<T>(double[] place, T value, double logLikelihood) {}

    /**
     * The part of the cube within reach of a centre.
     *
     * @param density of the round that comes from here
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Box(double[] low, double[] high, double density) {

        static Box around(double[] centre, double reach, double share) {
            double[] low = new double[centre.length];
            double[] high = new double[centre.length];
            double density = share;
            for (int d = 0; d < centre.length; d++) {
                low[d] = Math.max(0, centre[d] - reach);
                high[d] = Math.min(1, centre[d] + reach);
                density /= high[d] - low[d];
            }
            return new Box(low, high, density);
        }

        boolean holds(double[] place) {
            for (int d = 0; d < place.length; d++) {
                if (place[d] < low[d] || place[d] > high[d]) {
                    return false;
                }
            }
            return true;
        }

        void stretch(double[] place) {
            for (int d = 0; d < place.length; d++) {
                place[d] = low[d] + place[d] * (high[d] - low[d]);
            }
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

    private void draw(int round, double reach) {
        double[] shares = shares();
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            boxes.add(Box.around(points.get(i).place, reach, shares[i]));
        }
        Strata strata = new Strata(shares, NEARER);
        for (int i = 0; i < NEARER; i++) {
            double[] place = evenly(SPREAD + round * NEARER + i);
            boxes.get(strata.next()).stretch(place);
            add(place);
        }
        boxes.removeIf(box -> box.density == 0);
        rounds.add(boxes);
    }

    /** Roots of the weights, so that what was second best is looked at as well; none where hardly a point would be. */
    private double[] shares() {
        double[] shares = Arrays.stream(weights).map(Math::sqrt).toArray();
        double least = LEAST_POINTS / NEARER * Arrays.stream(shares).sum();
        Arrays.setAll(shares, i -> shares[i] < least ? 0 : shares[i]);
        double total = Arrays.stream(shares).sum();
        Arrays.setAll(shares, i -> shares[i] / total);
        return shares;
    }

    private void weigh() {
        double best = points.stream().mapToDouble(Point::logLikelihood).max().orElseThrow();
        weights = new double[points.size()];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            Point<T> point = points.get(i);
            double likelihood = StrictMath.exp(point.logLikelihood - best);
            weights[i] = likelihood < IMPOSSIBLE ? 0 : likelihood / density(point.place);
            total += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= total;
        }
    }

    /** Of all points so far. */
    private double density(double[] place) {
        double density = SPREAD;
        for (List<Box> boxes : rounds) {
            for (Box box : boxes) {
                density += box.holds(place) ? NEARER * box.density : 0;
            }
        }
        return density;
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
