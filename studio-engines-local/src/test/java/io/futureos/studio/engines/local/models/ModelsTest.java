package io.futureos.studio.engines.local.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Packages;
import io.futureos.studio.engines.local.series.Scale;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelsTest {

    private static final StatisticalModel[] THAT_LEARN = {
        new SeasonalTrendModel(), new SmoothingModel(), new AutoregressiveModel()
    };

    static StatisticalModel[] thatLearn() {
        return THAT_LEARN.clone();
    }

    @ParameterizedTest
    @MethodSource("thatLearn")
    void a_trend_goes_on_for_the_months_next_to_it(StatisticalModel model) {
        double[] months = medians(model, series(60, i -> 100 + i + noise(i, 0.3)), 6);

        for (int h = 0; h < 6; h++) {
            assertThat(months[h]).isCloseTo(160 + h, within(2.0));
        }
    }

    @ParameterizedTest
    @MethodSource("thatLearn")
    void a_season_comes_again(StatisticalModel model) {
        IntToDoubleFunction season = i -> 20 + 5 * Math.sin(i * Math.PI / 6);

        double[] months = medians(model, series(72, i -> season.applyAsDouble(i) + noise(i, 0.3)), 12);

        for (int h = 0; h < 12; h++) {
            assertThat(months[h]).isCloseTo(season.applyAsDouble(72 + h), within(1.0));
        }
    }

    /** A cycle of seven and a half months is no season, but a month follows from the two before it. */
    @Test
    void an_autoregression_learns_what_follows_from_older_months() {
        IntToDoubleFunction cycle = i -> 5 * Math.sin(i * 2 * Math.PI / 7.5);

        double[] months =
                medians(new AutoregressiveModel(), series(120, i -> cycle.applyAsDouble(i) + noise(i, 0.05)), 3);

        for (int h = 0; h < 3; h++) {
            assertThat(months[h]).isCloseTo(cycle.applyAsDouble(120 + h), within(2.0));
        }
    }

    @ParameterizedTest
    @MethodSource("thatLearn")
    void what_no_past_announces_is_as_uncertain_as_it_was(StatisticalModel model) {
        double[][] paths = paths(model, series(120, i -> 50 + noise(i, 2)), 1);

        double[] next =
                Arrays.stream(paths).mapToDouble(path -> path[0]).sorted().toArray();
        double middle = next[(int) (0.9 * next.length)] - next[(int) (0.1 * next.length)];
        assertThat(middle).isCloseTo(2 * 1.28 * 2, within(1.3)); // a normal distribution's 80 per cent
    }

    @ParameterizedTest
    @MethodSource("thatLearn")
    void the_farther_ahead_the_wider(StatisticalModel model) {
        double[] walk = new double[96];
        for (int i = 1; i < walk.length; i++) {
            walk[i] = walk[i - 1] + noise(i, 1);
        }
        double[][] paths = paths(model, MonthlySeries.from(0, walk), 24);

        assertThat(width(paths, 11)).isGreaterThan(1.5 * width(paths, 0));
        assertThat(width(paths, 23)).isGreaterThan(width(paths, 11));
    }

    /** Even odds that it lasts as long again, and one in four that it lasts three times as long. */
    @Test
    void a_trend_lasts_by_the_rule_of_succession() {
        Draws draws = Draws.of(1, "trend", 0);
        int[] lasts = IntStream.range(0, 4000).map(i -> draws.trendLasts(47)).toArray();

        assertThat(Arrays.stream(lasts).filter(months -> months >= 48).count() / 4000.0)
                .isCloseTo(0.5, within(0.03));
        assertThat(Arrays.stream(lasts).filter(months -> months >= 144).count() / 4000.0)
                .isCloseTo(0.25, within(0.03));
    }

    @Test
    void a_trend_is_not_carried_far_beyond_what_was_seen_of_it() {
        for (StatisticalModel model : new StatisticalModel[] {new SeasonalTrendModel(), new SmoothingModel()}) {
            double[][] paths = paths(model, series(24, i -> 100 + i + noise(i, 0.1)), 120);

            long carried = Arrays.stream(paths).filter(path -> path[119] > 230).count();
            assertThat(carried / (double) paths.length).as(model.name()).isBetween(0.02, 0.4);
        }
    }

    /** The same data in one column, worked out by hand: the variance is (sum of squares left + prior) / (n + 1). */
    @Test
    void the_evidence_of_a_regression_is_what_its_formula_says() {
        NormalEquations equations = new NormalEquations(new double[] {1});
        for (double y : new double[] {1, 2, 3}) {
            equations.add(new double[] {1}, y, 1);
        }

        NormalEquations.Solution solution = equations.solve();
        NormalEquations.Evidence evidence = solution.evidence(0.5);

        assertThat(solution.coefficient(0)).isCloseTo(1.5, within(1e-12)); // 6 / (3 + 1)
        assertThat(evidence.freedom()).isEqualTo(4);
        assertThat(evidence.deviation()).isCloseTo(Math.sqrt(5.5 / 4), within(1e-12)); // 14 - 36 / 4 + 0.5
        assertThat(evidence.logLikelihood()).isCloseTo(-2 * Math.log(5.5) - Math.log(4) / 2, within(1e-12));
    }

    private static MonthlySeries series(int months, IntToDoubleFunction value) {
        return MonthlySeries.from(
                0, IntStream.range(0, months).mapToDouble(value).toArray());
    }

    private static double noise(int place, double deviation) {
        return deviation * new Random(7919L * place + 13).nextGaussian();
    }

    private static double[][] paths(StatisticalModel model, MonthlySeries series, int horizon) {
        Scale scale = Scale.fitting(Packages.level(0).data().variables().get(0), series);
        return model.paths(series, scale, horizon, 1000, Draws.of(5, model.name(), 0));
    }

    private static double[] medians(StatisticalModel model, MonthlySeries series, int horizon) {
        double[][] paths = paths(model, series, horizon);
        return IntStream.range(0, horizon)
                .mapToDouble(h -> Arrays.stream(paths)
                        .mapToDouble(path -> path[h])
                        .sorted()
                        .toArray()[500])
                .toArray();
    }

    private static double width(double[][] paths, int month) {
        double[] sorted =
                Arrays.stream(paths).mapToDouble(path -> path[month]).sorted().toArray();
        return sorted[900] - sorted[100];
    }
}
