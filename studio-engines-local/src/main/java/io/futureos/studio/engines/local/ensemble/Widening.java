package io.futureos.studio.engines.local.ensemble;

import io.futureos.studio.engines.local.series.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much wider than the pool the errors of the past were: the factor on the scale about the median that would have made
 * the central 80 per cent intervals of past forecasts cover 80 per cent (split conformal prediction; Papadopoulos et al.,
 * 2002), with its correction for small samples, counting origins because the months after one share their errors. Few
 * origins say little, so the factor is drawn towards one as if {@link #PRIOR_ORIGINS} had said so; and they never make
 * an interval narrower.
 */
final class Widening {

    private static final double PRIOR_ORIGINS = 2;
    private static final double LEVEL = 0.8;
    private static final double LEAST = 1;
    private static final double MOST = 2;

    private final List<Score> scores = new ArrayList<>();

    private record Score(int origin, int period, double value) {}

    /** Learns from a pool that was not widened, and what happened. */
    void learn(PastCase past, double[] sortedPool) {
        Scale scale = past.scale();
        double middle = scale.forward(Quantile.of(sortedPool, 0.5));
        double high = scale.forward(Quantile.of(sortedPool, (1 + LEVEL) / 2));
        double low = scale.forward(Quantile.of(sortedPool, (1 - LEVEL) / 2));
        double half = Math.max(Scale.FLOOR, (high - low) / 2);
        scores.add(new Score(past.origin(), past.period(), Math.abs(scale.forward(past.outcome()) - middle) / half));
    }

    /** The factor at the end of {@code month}, from outcomes known by then. */
    double at(int month) {
        List<Score> known =
                scores.stream().filter(score -> score.period <= month).toList();
        if (known.isEmpty()) {
            return 1;
        }
        double[] sorted = known.stream().mapToDouble(Score::value).sorted().toArray();
        long origins = known.stream().mapToInt(Score::origin).distinct().count();
        double level = Math.min(1, LEVEL * (origins + 1) / origins);
        double factor = Math.min(MOST, Math.max(LEAST, Quantile.of(sorted, level)));
        return StrictMath.exp(StrictMath.log(factor) * origins / (origins + PRIOR_ORIGINS));
    }

    /** The sorted values of one month, moved away from their median on the scale by {@code factor}. */
    static double[] of(double[] sorted, double factor, Scale scale) {
        double middle = scale.forward(Quantile.of(sorted, 0.5));
        return Arrays.stream(sorted)
                .map(value -> factor == 1 ? value : scale.back(middle + factor * (scale.forward(value) - middle)))
                .sorted()
                .toArray();
    }

    /** The same for paths, month by month, so that a path keeps its place among the others. */
    static void apply(double[][] paths, double factor, Scale scale) {
        for (int h = 0; h < paths[0].length; h++) {
            int month = h;
            double[] sorted = Arrays.stream(paths)
                    .mapToDouble(path -> path[month])
                    .sorted()
                    .toArray();
            double middle = scale.forward(Quantile.of(sorted, 0.5));
            for (double[] path : paths) {
                path[h] = factor == 1 ? path[h] : scale.back(middle + factor * (scale.forward(path[h]) - middle));
            }
        }
    }
}
