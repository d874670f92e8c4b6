package io.futureos.studio.bench.forecast;

import java.time.YearMonth;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How one forecaster did, origin by origin. Figures are means over forecasts and NaN where there are none.
 *
 * @param name as it is printed
 */
record Track(String name, List<AtOrigin> origins) {

    /** The nominal coverages that are looked at. */
    static final List<Double> LEVELS = List.of(0.5, 0.8, 0.9);

    /** In place of a horizon: all of them. */
    static final int ALL = 0;

    Track {
        origins = List.copyOf(origins);
    }

    /**
     * What was said at one origin, with what came.
     *
     * @param brier of the question about December; empty where that was not asked
     */
    record AtOrigin(YearMonth origin, List<Judged> months, OptionalDouble brier) {
        AtOrigin {
            months = List.copyOf(months);
        }
    }

    /**
     * One month that was forecast and then happened.
     *
     * @param naiveError what errors are divided by; empty if there is nothing to divide by
     */
    record Judged(int horizon, YearMonth period, double outcome, Predictive said, OptionalDouble naiveError) {

        double error() {
            return Math.abs(said.median() - outcome);
        }
    }

    /** Reasoners give probabilities only. */
    boolean hasMonths() {
        return origins.stream().anyMatch(at -> !at.months().isEmpty());
    }

    boolean isPoint() {
        return origins.stream()
                .flatMap(at -> at.months().stream())
                .allMatch(month -> month.said().isPoint());
    }

    int forecasts(int horizon) {
        return (int) months(origins, horizon).count();
    }

    double crps(int horizon) {
        return crps(origins, horizon);
    }

    static double crps(List<AtOrigin> origins, int horizon) {
        return mean(origins, horizon, month -> month.said().crps(month.outcome()));
    }

    double mase(int horizon) {
        return mean(
                origins, horizon, month -> month.error() / month.naiveError().orElse(Double.NaN));
    }

    double coverage(double level, int horizon) {
        return coverage(origins, level, horizon);
    }

    static double coverage(List<AtOrigin> origins, double level, int horizon) {
        return mean(origins, horizon, month -> month.said().covers(level, month.outcome()) ? 1 : 0);
    }

    double brier() {
        return origins.stream()
                .flatMapToDouble(at -> at.brier().stream())
                .average()
                .orElse(Double.NaN);
    }

    /** The mean over the horizons of their means, so that far horizons count as much as near ones. */
    double overHorizons(IntToDoubleFunction figure) {
        return DoubleStream.iterate(1, horizon -> horizon <= Pipeline.HORIZON, horizon -> horizon + 1)
                .map(horizon -> figure.applyAsDouble((int) horizon))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    private static double mean(List<AtOrigin> origins, int horizon, ToDoubleFunction<Judged> figure) {
        return months(origins, horizon)
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    private static Stream<Judged> months(List<AtOrigin> origins, int horizon) {
        return origins.stream()
                .flatMap(at -> at.months().stream())
                .filter(month -> horizon == ALL || month.horizon() == horizon);
    }
}
