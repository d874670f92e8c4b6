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

    /** Of all points that were drawn, at those that are possible. */
    private double[] densities = {};

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Point<T>(double[] place, T value, double logLikelihood) {}

    /**
     * The part of the cube within reach of a centre.
     *
     * @param edges the lower and the upper one of each dimension in turn
     * @param density of the round that comes from here
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Box(double[] edges, double density) {

        static Box around(double[] centre, double reach, double share) {
            double[] edges = new double[2 * centre.length];
            double density = share;
            for (int d = 0; d < centre.length; d++) {
                edges[2 * d] = Math.max(0, centre[d] - reach);
                edges[2 * d + 1] = Math.min(1, centre[d] + reach);
                density /= edges[2 * d + 1] - edges[2 * d];
            }
            return new Box(edges, density);
        }

        /** Compares all dimensions, since a processor that can't guess which one is outside loses more than it saves. */
        boolean holds(double[] place) {
            boolean isInside = true;
            for (int d = 0; d < place.length; d++) {
                isInside &= place[d] >= edges[2 * d];
                isInside &= place[d] <= edges[2 * d + 1];
            }
            return isInside;
        }

        void stretch(double[] place) {
            for (int d = 0; d < place.length; d++) {
                place[d] = edges[2 * d] + place[d] * (edges[2 * d + 1] - edges[2 * d]);
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

    /** What is impossible once stays so, as the best only gets better. */
    private void weigh() {
        double best = points.stream().mapToDouble(Point::logLikelihood).max().orElseThrow();
        int known = densities.length;
        densities = Arrays.copyOf(densities, points.size());
        weights = new double[points.size()];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            Point<T> point = points.get(i);
            double likelihood = StrictMath.exp(point.logLikelihood - best);
            if (likelihood >= IMPOSSIBLE) {
                densities[i] = i < known
                        ? withRound(densities[i], rounds.size() - 1, point.place)
                        : withAllRounds(point.place);
                weights[i] = likelihood / densities[i];
            }
            total += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= total;
        }
    }

    private double withAllRounds(double[] place) {
        double density = SPREAD;
        for (int round = 0; round < rounds.size(); round++) {
            density = withRound(density, round, place);
        }
        return density;
    }

    private double withRound(double density, int round, double[] place) {
        double sum = density;
        for (Box box : rounds.get(round)) {
            sum += box.holds(place) ? NEARER * box.density : 0;
        }
        return sum;
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
