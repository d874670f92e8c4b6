package io.futureos.studio.engines.local.ensemble;

import io.futureos.studio.engines.local.series.Scale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Forecasts the past again, origin by origin. At each origin the pool's weights and widths come only from forecasts
 * whose outcomes were known by then; those forecasts of the pool are what the calibration figures judge.
 */
final class RollingBacktest {

    private static final int SAMPLE = 500;

    private final List<Contender> contenders;
    private final List<Judged> judged = new ArrayList<>();
    private final Weighting weighting;
    private final ConformalWidths widths = new ConformalWidths();

    /**
     * Runs the backtest.
     *
     * @param rehearsals origins to learn from only, all before the first of {@code origins}
     */
    RollingBacktest(List<Contender> contenders, Target target, List<Integer> rehearsals, List<Integer> origins) {
        this.contenders = contenders;
        this.weighting = new Weighting(contenders.size());
        rehearsals.forEach(origin -> forecast(cases(target, origin), origin));
        origins.forEach(origin -> judged.addAll(forecast(cases(target, origin), origin)));
    }

    private List<PastCase> cases(Target target, int origin) {
        Scale scale = target.scaleAt(origin);
        List<PastCase> cases = new ArrayList<>();
        int last = Math.min(target.asOf(), origin + BacktestPlan.HORIZON);
        for (int period = origin + 1; period <= last; period++) {
            if (target.history().knows(period)) {
                int month = period;
                List<Optional<double[]>> samples = contenders.stream()
                        .map(contender -> contender.pastAt(origin).flatMap(past -> past.sample(month)))
                        .toList();
                double naive = target.seasonalNaive(period, origin);
                cases.add(new PastCase(origin, period, target.history().at(period), naive, samples, scale));
            }
        }
        return cases;
    }

    private List<Judged> forecast(List<PastCase> cases, int origin) {
        List<Judged> forecasts = new ArrayList<>();
        ConformalWidths.Factors factors = widths.at(origin);
        // Months of one origin mostly have the same contenders, and so the same weights.
        Map<List<Boolean>, double[]> weights = new LinkedHashMap<>();
        for (PastCase past : cases) {
            List<Boolean> present =
                    IntStream.range(0, contenders.size()).mapToObj(past::has).toList();
            double[] weighed = weights.computeIfAbsent(present, who -> weighting.at(origin, past::has));
            double[] pool = LinearPool.month(past, weighed, SAMPLE);
            forecasts.add(new Judged(past, factors.applied(pool, past.scale())));
            widths.learn(past, pool);
        }
        cases.forEach(weighting::learn);
        return forecasts;
    }

    /** The pool's past forecasts, oldest origin first. */
    List<Judged> judged() {
        return judged;
    }

    /** The contender's own past forecasts of the months that the pool's are judged by. */
    List<Judged> judged(int contender) {
        return judged.stream()
                .map(Judged::past)
                .filter(past -> past.has(contender))
                .map(past -> new Judged(past, past.sample(contender)))
                .toList();
    }

    /** Whether the contender was tested at all. */
    boolean tested(int contender) {
        return judged.stream().anyMatch(forecast -> forecast.past().has(contender));
    }

    /** The contender's own mean CRPS over the months that it forecast. */
    double crps(int contender) {
        return judged(contender).stream().mapToDouble(Judged::crps).average().orElseThrow();
    }

    /** The weights of a forecast made today; a contender without a test has none. */
    double[] weights() {
        IntPredicate tested = this::tested;
        return weighting.at(Integer.MAX_VALUE, tested);
    }

    /** The factors of the widths of a forecast made today. */
    ConformalWidths.Factors widths() {
        return widths.at(Integer.MAX_VALUE);
    }
}
