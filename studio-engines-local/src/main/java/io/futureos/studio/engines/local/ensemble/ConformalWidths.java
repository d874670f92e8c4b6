package io.futureos.studio.engines.local.ensemble;

import io.futureos.studio.engines.local.series.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How wide intervals have to be for past ones to have covered what they say: for each level the factor on the scale about
 * the median under which the central intervals of past forecasts would have (split conformal prediction; Papadopoulos and
 * others, 2002), with its correction for small samples, counting origins because the months after one share their errors.
 * Few origins say little, so a factor is drawn towards one as if {@link #PRIOR_ORIGINS} had said that nothing needs to change.
 */
final class ConformalWidths {

    static final double PRIOR_ORIGINS = 8;
    private static final double[] LEVELS = {0.5, 0.8, 0.9};
    private static final double LEAST = 0.5;
    private static final double MOST = 2;

    private final List<Score> scores = new ArrayList<>();

    /** @param ratios by level, of the error to half the interval */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Score(int origin, int period, double[] ratios) {}

    /** Factors by level, and between levels on straight lines. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Factors(double[] byLevel) {

        /** @param level of the central interval whose edge is moved */
        double at(double level) {
            if (level <= LEVELS[0]) {
                return byLevel[0];
            }
            for (int k = 1; k < LEVELS.length; k++) {
                if (level <= LEVELS[k]) {
                    double part = (level - LEVELS[k - 1]) / (LEVELS[k] - LEVELS[k - 1]);
                    return byLevel[k - 1] + part * (byLevel[k] - byLevel[k - 1]);
                }
            }
            return byLevel[LEVELS.length - 1];
        }

        private boolean change() {
            return Arrays.stream(byLevel).anyMatch(factor -> factor != 1);
        }

        /** The sorted values of one month, moved from or towards their median on the scale; still sorted. */
        double[] applied(double[] sorted, Scale scale) {
            if (!change()) {
                return sorted;
            }
            double middle = scale.forward(Quantile.of(sorted, 0.5));
            double[] moved = new double[sorted.length];
            for (int i = 0; i < sorted.length; i++) {
                double level = Math.abs(2 * (i + 0.5) / sorted.length - 1);
                moved[i] = scale.back(middle + at(level) * (scale.forward(sorted[i]) - middle));
            }
            Arrays.sort(moved);
            return moved;
        }

        /** The same for paths, month by month, so that a path keeps its place among the others. */
        void apply(double[][] paths, Scale scale) {
            for (int h = 0; h < paths[0].length; h++) {
                int month = h;
                int[] order = IntStream.range(0, paths.length)
                        .boxed()
                        .sorted((one, other) -> Double.compare(paths[one][month], paths[other][month]))
                        .mapToInt(Integer::intValue)
                        .toArray();
                double[] sorted =
                        Arrays.stream(order).mapToDouble(i -> paths[i][month]).toArray();
                double[] moved = applied(sorted, scale);
                for (int rank = 0; rank < order.length; rank++) {
                    paths[order[rank]][month] = moved[rank];
                }
            }
        }
    }

    /** Learns from a pool as it was before any factor, and what happened. */
    void learn(PastCase past, double[] sortedPool) {
        Scale scale = past.scale();
        double error = Math.abs(scale.forward(past.outcome()) - scale.forward(Quantile.of(sortedPool, 0.5)));
        double[] ratios = Arrays.stream(LEVELS)
                .map(level -> error / Math.max(scale.floor(), half(sortedPool, level, scale)))
                .toArray();
        scores.add(new Score(past.origin(), past.period(), ratios));
    }

    private static double half(double[] sorted, double level, Scale scale) {
        double high = scale.forward(Quantile.of(sorted, (1 + level) / 2));
        return (high - scale.forward(Quantile.of(sorted, (1 - level) / 2))) / 2;
    }

    /** The factors at the end of {@code month}, from outcomes known by then. */
    Factors at(int month) {
        List<Score> known =
                scores.stream().filter(score -> score.period <= month).toList();
        double origins = known.stream().mapToInt(Score::origin).distinct().count();
        return new Factors(IntStream.range(0, LEVELS.length)
                .mapToDouble(k -> known.isEmpty() ? 1 : factor(known, k, origins))
                .toArray());
    }

    private static double factor(List<Score> known, int k, double origins) {
        double[] sorted =
                known.stream().mapToDouble(score -> score.ratios[k]).sorted().toArray();
        double level = Math.min(1, LEVELS[k] * (origins + 1) / origins);
        double factor = Math.min(MOST, Math.max(LEAST, Quantile.of(sorted, level)));
        return StrictMath.exp(StrictMath.log(factor) * origins / (origins + PRIOR_ORIGINS));
    }
}
