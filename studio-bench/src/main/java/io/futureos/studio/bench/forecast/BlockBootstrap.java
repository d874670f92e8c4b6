package io.futureos.studio.bench.forecast;

import io.futureos.studio.engines.local.random.CounterRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How far a figure would move with other years: it is computed again on origins drawn in blocks of neighbours, which keeps
 * together what depends on each other (moving blocks, Künsch, 1989). Forecasts a year ahead from neighbouring months share
 * most of what they are judged by, so three years of origins are about three independent ones, whatever their number.
 */
final class BlockBootstrap {

    static final int BLOCK = 12;
    private static final int DRAWS = 2_000;
    private static final double LEVEL = 0.9;
    private static final long SEED = 1;

    private BlockBootstrap() {}

    /** The middle 90 per cent of what a figure may be. */
    record Interval(double low, double high) {}

    /**
     * The interval of {@code figure}, NaN where it can't be computed from any draw.
     *
     * @param origins what is drawn, in the order of time
     */
    static <T> Interval of(List<T> origins, ToDoubleFunction<List<T>> figure) {
        CounterRandom random = new CounterRandom(SEED);
        int block = Math.min(BLOCK, origins.size());
        double[] figures = new double[DRAWS];
        long drawn = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            List<T> sample = new ArrayList<>();
            while (sample.size() < origins.size()) {
                int start = random.below(drawn++, origins.size() - block + 1);
                sample.addAll(origins.subList(start, start + Math.min(block, origins.size() - sample.size())));
            }
            figures[draw] = figure.applyAsDouble(sample);
        }
        double[] sorted = Arrays.stream(figures)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return sorted.length == 0
                ? new Interval(Double.NaN, Double.NaN)
                : new Interval(at(sorted, (1 - LEVEL) / 2), at(sorted, (1 + LEVEL) / 2));
    }

    private static double at(double[] sorted, double level) {
        return sorted[(int) Math.round(level * (sorted.length - 1))];
    }
}
