package io.futureos.studio.engines.local.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.futureos.studio.engines.local.NorwayFixture;
import io.futureos.studio.engines.local.data.BlobsInMemory;
import io.futureos.studio.engines.local.ensemble.Extremising.PastEvent;
import io.futureos.studio.engines.local.models.Draws;
import io.futureos.studio.engines.local.models.StatisticalModel;
import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Packages;
import io.futureos.studio.engines.local.series.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class PoolAndScoreTest {

    @Property(tries = 200)
    void the_score_of_a_sample_is_what_its_definition_says(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = -5, max = 5) Double> sample,
            @ForAll @DoubleRange(min = -6, max = 6) double outcome) {
        double[] sorted = sample.stream().mapToDouble(x -> x).sorted().toArray();
        double toOutcome = 0;
        double between = 0;
        for (double x : sorted) {
            toOutcome += Math.abs(x - outcome) / sorted.length;
            for (double y : sorted) {
                between += Math.abs(x - y) / sorted.length / sorted.length;
            }
        }

        assertThat(Crps.of(sorted, outcome))
                .isCloseTo(toOutcome - between / 2, within(1e-9))
                .isGreaterThan(-1e-9);
    }

    @Property(tries = 200)
    void the_pool_lies_between_its_members(
            @ForAll @Size(3) List<@DoubleRange(min = 0, max = 1) Double> shares,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double first) {
        List<double[][]> members =
                shares.stream().map(PoolAndScoreTest::coinFlips).toList();
        double[] weights = {first, (1 - first) / 2, (1 - first) / 2};

        double[][] pool = LinearPool.paths(members, weights, 1000);

        double yes = Arrays.stream(pool).filter(path -> path[0] > 0.5).count() / 1000.0;
        assertThat(pool).hasDimensions(1000, 1);
        assertThat(yes)
                .isBetween(
                        shares.stream().mapToDouble(x -> x).min().orElseThrow() - 0.03,
                        shares.stream().mapToDouble(x -> x).max().orElseThrow() + 0.03);
    }

    @Property(tries = 200)
    void extremising_moves_away_from_even_odds_and_an_exponent_of_one_moves_nothing(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double probability,
            @ForAll @DoubleRange(min = 1, max = 2) double exponent) {
        double extremised = Extremising.extremised(probability, exponent);

        assertThat(Math.abs(extremised - 0.5)).isGreaterThanOrEqualTo(Math.abs(probability - 0.5) - 1e-12);
        assertThat(extremised).isStrictlyBetween(0.0, 1.0);
        assertThat(Extremising.extremised(probability, 1)).isEqualTo(probability);
    }

    /** A pool that says 70 % of what happens always deserves more than one that is right in what it says. */
    @Property(tries = 20)
    void only_a_pool_that_was_too_cautious_is_extremised(
            @ForAll @DoubleRange(min = 0.6, max = 0.8) double probability) {
        Extremising cautious = new Extremising();
        Extremising right = new Extremising();
        for (int origin = 0; origin < 72; origin += 3) {
            int from = origin;
            cautious.learn(from, events(from, h -> true, probability));
            right.learn(from, events(from, h -> h <= 10 * probability, probability));
        }

        assertThat(cautious.at(Integer.MAX_VALUE)).isGreaterThan(1.3);
        assertThat(right.at(Integer.MAX_VALUE)).isEqualTo(1);
        assertThat(cautious.at(6)).isEqualTo(1);
    }

    @Property(tries = 20)
    void what_came_later_changes_no_exponent(@ForAll @DoubleRange(min = 0.6, max = 0.8) double probability) {
        Extremising then = new Extremising();
        Extremising now = new Extremising();
        for (int origin = 0; origin < 144; origin += 3) {
            boolean early = origin < 72;
            List<PastEvent> events = events(origin, h -> early, probability);
            now.learn(origin, events);
            if (early) {
                then.learn(origin, events);
            }
        }

        assertThat(now.at(72)).isEqualTo(then.at(72)).isGreaterThan(1.2);
        assertThat(now.at(Integer.MAX_VALUE)).isEqualTo(1);
    }

    private static List<PastEvent> events(int origin, IntPredicate happened, double probability) {
        return IntStream.rangeClosed(1, 10)
                .mapToObj(h -> new PastEvent(origin, origin + h, probability, happened.test(h)))
                .toList();
    }

    @Property(tries = 100)
    void widths_follow_what_past_errors_were(@ForAll @DoubleRange(min = 0.1, max = 5) double size) {
        double[] pool = IntStream.range(0, 101).mapToDouble(i -> i - 50).toArray();
        Scale scale = Scale.fitting(
                Packages.level(0, 1).data().variables().get(0), MonthlySeries.from(0, new double[] {-50, 50}));
        ConformalWidths widths = new ConformalWidths();
        for (int origin = 0; origin < 40; origin++) {
            double outcome = size * (origin % 2 == 0 ? 1 : -1) * 50 * (origin + 0.5) / 40;
            widths.learn(new PastCase(origin, origin + 1, outcome, 0, List.of(), scale), pool);
        }

        double factor = widths.at(100).at(0.8);
        assertThat(factor).isBetween(0.5, 2.0);
        assertThat(Math.signum(factor - 1))
                .isEqualTo(Math.abs(size - 1) < 0.05 ? Math.signum(factor - 1) : Math.signum(size - 1));
        double[] moved = widths.at(100).applied(pool, scale);
        assertThat(moved).isSorted();
        assertThat(moved[50]).isCloseTo(pool[50], within(1e-9));
        assertThat(widths.at(0).applied(pool, scale)).isEqualTo(pool);
    }

    private static double[][] coinFlips(double share) {
        double[][] paths = new double[200][1];
        for (int i = 0; i < 200; i++) {
            paths[i][0] = (i * 67 % 200) < share * 200 ? 1 : 0;
        }
        return paths;
    }

    @Property(tries = 300)
    void weights_lie_on_the_simplex_and_score_no_worse_than_equal_ones(
            @ForAll @Size(3) List<@DoubleRange(min = 0, max = 3) Double> places,
            @ForAll @DoubleRange(min = 0, max = 3) double outcome) {
        double[] a = places.stream().mapToDouble(x -> Math.abs(x - outcome)).toArray();
        double[][] b = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                b[i][j] = Math.abs(places.get(i) - places.get(j));
            }
        }

        double[] weights = SimplexWeights.minimising(a, b, 0);

        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(weights).boxed().toList())
                .allSatisfy(weight -> assertThat(weight).isBetween(0.0, 1.0));
        double third = 1.0 / 3;
        assertThat(score(a, b, weights)).isLessThanOrEqualTo(score(a, b, new double[] {third, third, third}) + 0.02);
    }

    private static double score(double[] a, double[][] b, double[] w) {
        double score = 0;
        for (int i = 0; i < w.length; i++) {
            score += a[i] * w[i];
            for (int j = 0; j < w.length; j++) {
                score -= b[i][j] * w[i] * w[j] / 2;
            }
        }
        return score;
    }

    /** What a model says at an origin is what it would have said then: nothing later can reach it. */
    @Property(tries = 10)
    void a_hindcast_is_the_forecast_from_the_series_cut_at_its_origin(@ForAll("cuts") int months) {
        Packages norway = new NorwayFixture().cars();
        Target whole = Target.read(norway.data(), NorwayFixture.task("2024-12"), norway.tables(), new BlobsInMemory());
        MonthlySeries cut = MonthlySeries.from(
                whole.history().first(), Arrays.copyOf(whole.history().values(), months));
        Target truncated = new Target(whole.variable(), cut, null);
        for (StatisticalModel model : StatisticalModel.ALL) {
            Draws one = Draws.of(1, model.name(), cut.last());
            Draws other = Draws.of(1, model.name(), cut.last());

            assertThat(model.paths(whole.history().upTo(cut.last()), whole.scaleAt(cut.last()), 12, 20, one))
                    .isDeepEqualTo(model.paths(cut, truncated.scale(), 12, 20, other));
        }
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<Integer> cuts() {
        return net.jqwik.api.Arbitraries.integers().between(12, 95);
    }

    @Property(tries = 100)
    void a_scale_leads_back_to_where_it_came_from(@ForAll @DoubleRange(min = 0.01, max = 0.99) double share) {
        Packages packages = Packages.share(0.01, 0.99, 0.5);
        Scale scale =
                Scale.fitting(packages.data().variables().get(0), MonthlySeries.from(0, new double[] {0.01, 0.99}));

        assertThat(scale.back(scale.forward(share))).isCloseTo(share, within(1e-9));
        assertThat(Probability.logOdds(scale.shifted(share, 0.3)) - Probability.logOdds(share))
                .isCloseTo(0.3, within(1e-9));
    }
}
