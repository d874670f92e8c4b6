package io.futureos.studio.engines.local.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.EnsembleAggregator.Absent;
import io.futureos.studio.engine.EnsembleAggregator.Backtest;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.Member;
import io.futureos.studio.engine.EnsembleAggregator.MemberWeight;
import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import io.futureos.studio.engine.EnsembleAggregator.ReasonerMember;
import io.futureos.studio.engine.EnsembleAggregator.Request;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.PredictionTask.Comparison;
import io.futureos.studio.engine.PredictionTask.Occasion;
import io.futureos.studio.engine.Reasoner.PastProbability;
import io.futureos.studio.engine.Reasoner.Reasoning;
import io.futureos.studio.engine.SimulationEngine.Hindcast;
import io.futureos.studio.engines.local.NorwayFixture;
import io.futureos.studio.engines.local.data.BlobsInMemory;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.Packages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalEnsembleAggregatorTest {

    private static final double[] TEN = {0.1, 0.12, 0.11, 0.13, 0.15, 0.14, 0.16, 0.15, 0.17, 0.18};

    @Test
    void norways_forecast_scores_less_than_half_of_the_seasonal_naive_and_covers_what_it_says() {
        Backtest backtest = norway(List.of(), List.of()).backtest();

        assertThat(backtest.crps()).isLessThan(0.5 * backtest.crpsSeasonalNaive());
        assertThat(backtest.coverage50()).isCloseTo(0.5, within(0.12));
        assertThat(backtest.coverage80()).isCloseTo(0.8, within(0.12));
        assertThat(backtest.coverage90()).isCloseTo(0.9, within(0.12));
        assertThat(backtest.origins()).hasSize(12).startsWith("2021-12").endsWith("2024-09");
        assertThat(backtest.forecasts()).isEqualTo(9 * 12 + 9 + 6 + 3);
        assertThat(backtest.reliability().stream().mapToInt(bin -> bin.count()).sum())
                .isEqualTo(backtest.forecasts());
    }

    @Test
    void the_backtest_names_the_event_that_it_judged_and_counts_how_often_that_came_true() {
        Forecast clear = norway(List.of(), List.of());
        Forecast doubtful = norwayAsked(Comparison.AT_MOST, 0.825);

        assertThat(clear.backtest().event())
                .isEqualTo("the month's share is above that of the same month a year before");
        assertThat(clear.backtest().eventRate()).isCloseTo(rate((share, before) -> share > before), within(1e-6));
        assertThat(clear.notes())
                .anyMatch(note -> note.contains("almost never in doubt")
                        && note.endsWith(
                                "probabilities that " + clear.backtest().event() + "."));
        assertThat(clear.notes()).anyMatch(note -> note.contains("counted in 2,000 pooled paths"));
        assertThat(doubtful.backtest().event()).isEqualTo("the month's share is at most 82.5 %");
        assertThat(doubtful.backtest().eventRate()).isCloseTo(rate((share, before) -> share <= 0.825), within(1e-6));
        assertThat(doubtful.notes())
                .contains("Brier score, log score and reliability judge past probabilities that the month's share is at"
                        + " most 82.5 %.");
    }

    @Test
    void the_judged_event_of_a_count_has_its_unit() {
        Packages counts = Packages.count(IntStream.range(0, 60)
                .mapToDouble(i -> 1000 + 100 * Math.sin(i))
                .toArray());

        assertThat(aggregate(counts, request(counts, counts.question(1000.5, 1), 12))
                        .backtest()
                        .event())
                .isEqualTo("the month's value is above 1,000.5 cars");
    }

    /** In which share of Norway's past forecasts something holds of the month and the same month a year before. */
    private static double rate(BiPredicate<Double, Double> event) {
        double[] share = norwaysShares(new NorwayFixture().cars());
        int came = 0;
        int all = 0;
        for (int origin = 59; origin < 95; origin += 3) {
            for (int month = origin + 1; month <= Math.min(95, origin + 12); month++) {
                came += event.test(share[month], share[month - 12]) ? 1 : 0;
                all++;
            }
        }
        return (double) came / all;
    }

    @Test
    void the_same_request_gives_the_same_forecast_and_another_seed_another() {
        Forecast first = norway(List.of(), List.of());

        assertThat(norway(List.of(), List.of())).isEqualTo(first);
        Packages norway = new NorwayFixture().cars();
        Request other = new Request(
                NorwayFixture.task("2024-12"), norway.data(), List.of(), List.of(), List.of(), List.of(), 12, 8);
        assertThat(aggregate(norway, other).periods()).isNotEqualTo(first.periods());
    }

    @Test
    void the_origins_are_promised_before_a_row_is_read() {
        Packages norway = new NorwayFixture().cars();
        LocalEnsembleAggregator aggregator = new LocalEnsembleAggregator(norway.tables());

        assertThat(aggregator.backtestOrigins(norway.data(), NorwayFixture.task("2024-12")))
                .isEqualTo(norway(List.of(), List.of()).backtest().origins());
    }

    @Test
    void quantiles_are_ordered_and_within_a_shares_bounds() {
        Forecast forecast = norway(List.of(), List.of());

        assertThat(forecast.periods()).hasSize(12).allSatisfy(LocalEnsembleAggregatorTest::isOrderedShare);
        isOrderedShare(forecast.whole());
        assertThat(forecast.periods().get(0).period()).isEqualTo("2025-01");
        assertThat(forecast.members().stream().mapToDouble(MemberWeight::weight).sum())
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void a_member_that_knew_the_past_gets_most_of_the_weight_and_one_that_was_always_wrong_none() {
        Packages norway = new NorwayFixture().cars();
        Member oracle = member("oracle", norway, 0);
        Member wrong = member("wrong", norway, -0.4);

        List<MemberWeight> members = norway(List.of(oracle, wrong), List.of()).members();

        assertThat(members.get(0).reason()).isEqualTo("an engine of its own, which forecast the past too");
        assertThat(members.get(0).weight()).isGreaterThan(0.6);
        assertThat(members.get(1).weight()).isZero();
        assertThat(members.get(1).reason()).contains("the pool was better without it");
    }

    @Test
    void a_member_without_a_past_and_an_absent_engine_are_shown_with_weight_0() {
        Member untested = new Member(
                "untested", member("any", new NorwayFixture().cars(), 0).paths(), List.of());
        Packages norway = new NorwayFixture().cars();
        Request request = new Request(
                NorwayFixture.task("2024-12"),
                norway.data(),
                List.of(untested),
                List.of(),
                List.of(new Absent("debate-engine", "not wired")),
                List.of(),
                12,
                7);

        List<MemberWeight> members = aggregate(norway, request).members();

        assertThat(members.get(0))
                .isEqualTo(new MemberWeight("untested", 0, null, "it gave no past forecasts to earn a weight by"));
        assertThat(members).last().isEqualTo(new MemberWeight("debate-engine", 0, null, "not wired"));
    }

    @Test
    void an_effect_moves_the_forecast_and_lasts() {
        Forecast without = norway(List.of(), List.of());
        Forecast with = norway(List.of(), List.of(-1.0));

        for (int h = 0; h < 12; h++) {
            double moved = Probability.logOdds(with.periods().get(h).q50())
                    - Probability.logOdds(without.periods().get(h).q50());
            assertThat(moved).isCloseTo(-1, within(0.01));
        }
        assertThat(with.eventProbability()).isLessThan(without.eventProbability());
    }

    @Test
    void a_reasoner_with_skill_moves_the_probability_and_one_without_does_not() {
        Packages norway = new NorwayFixture().cars();
        double before = norway(List.of(), List.of()).eventProbability();

        Forecast skilled = withReasoner(norway, true);
        Forecast unskilled = withReasoner(norway, false);

        assertThat(skilled.eventProbability()).isGreaterThan(before).isLessThan(0.9);
        assertThat(skilled.members()).last().satisfies(member -> {
            assertThat(member.weight()).isBetween(0.1, 0.5);
            assertThat(member.reason()).contains("event probability only");
        });
        assertThat(unskilled.eventProbability()).isEqualTo(before);
        assertThat(unskilled.members()).last().satisfies(member -> {
            assertThat(member.weight()).isZero();
            assertThat(member.reason()).contains("no skill");
        });
    }

    @Test
    void a_known_month_of_the_period_enters_with_its_figure() {
        Packages norway = new NorwayFixture().cars();
        PredictionTask past = question("2024-01", "2024-12", Occasion.OVER_PERIOD);

        Forecast forecast = aggregate(norway, request(norway, past, 12));

        assertThat(forecast.whole().q05()).isEqualTo(forecast.whole().q95()).isCloseTo(0.889, within(0.001));
        assertThat(forecast.eventProbability()).isEqualTo(0.00049975);
        assertThat(forecast.notes()).anyMatch(note -> note.startsWith("12 months of the question's period were known"));
    }

    @Test
    void an_any_month_question_asks_for_the_highest_month() {
        Packages norway = new NorwayFixture().cars();
        Forecast any = aggregate(norway, request(norway, question("2025-01", "2025-12", Occasion.ANY_MONTH), 12));

        assertThat(any.whole().q50())
                .isGreaterThan(
                        any.periods().stream().mapToDouble(Quantiles::q50).max().orElseThrow());
        assertThat(any.eventProbability())
                .isGreaterThan(norway(List.of(), List.of()).eventProbability());
    }

    @Test
    void ten_months_are_enough_for_a_wide_forecast_longer_than_they_are() {
        Packages ten = Packages.share(TEN);

        Forecast forecast = aggregate(ten, request(ten, ten.question(0.5, 24), 24));

        assertThat(forecast.periods()).hasSize(24).allSatisfy(LocalEnsembleAggregatorTest::isOrderedShare);
        Quantiles last = forecast.periods().get(23);
        Quantiles first = forecast.periods().get(0);
        assertThat(last.q95() - last.q05())
                .isGreaterThan(first.q95() - first.q05())
                .isGreaterThan(0.1);
        assertThat(forecast.notes()).anyMatch(note -> note.contains("only 10 known months"));
    }

    @Test
    void constant_extreme_and_patchy_series_give_finite_forecasts() {
        double[] missing = IntStream.range(0, 60)
                .mapToDouble(i -> i % 5 == 2 || i > 56 ? Double.NaN : 0.3 + 0.1 * Math.sin(i))
                .toArray();
        for (Packages hard : List.of(
                Packages.share(constant(0.4, 40)),
                Packages.share(constant(1, 30)),
                Packages.share(IntStream.range(0, 48).mapToDouble(i -> i % 2).toArray()),
                Packages.share(missing),
                Packages.count(constant(0, 24)),
                Packages.count(IntStream.range(0, 40)
                        .mapToDouble(i -> i % 7 == 0 ? 0 : 1e9 * i)
                        .toArray()),
                Packages.level(IntStream.range(0, 40)
                        .mapToDouble(i -> -5 + 3 * Math.cos(i))
                        .toArray()),
                Packages.level(constant(-3, 12)))) {
            Forecast forecast = aggregate(hard, request(hard, hard.question(0.5, 12), 12));

            assertThat(forecast.periods()).hasSize(12).allSatisfy(LocalEnsembleAggregatorTest::isOrdered);
            assertThat(forecast.eventProbability()).isStrictlyBetween(0.0, 1.0);
            assertThat(forecast.backtest().crps()).isFinite();
            assertThat(forecast.backtest().mase()).isFinite();
            assertThat(forecast.backtest().logScore()).isFinite();
        }
    }

    @Test
    void a_constant_share_is_forecast_to_stay() {
        Packages constant = Packages.share(constant(0.4, 40));

        Forecast forecast = aggregate(constant, request(constant, constant.question(0.5, 12), 12));

        assertThat(forecast.whole().q50()).isCloseTo(0.4, within(0.005));
        assertThat(forecast.whole().q95() - forecast.whole().q05()).isLessThan(0.1);
    }

    @Test
    void a_count_is_summed_over_the_period() {
        Packages counts = Packages.count(IntStream.range(0, 60)
                .mapToDouble(i -> 1000 + 100 * Math.sin(i))
                .toArray());

        Forecast forecast = aggregate(counts, request(counts, counts.question(11000, 12), 12));

        assertThat(forecast.whole().q50()).isCloseTo(12000, within(600.0));
    }

    @Test
    void intervals_of_simulated_series_cover_nearly_what_they_say() {
        Random random = new Random(20260206);
        int inside = 0;
        int all = 0;
        for (int s = 0; s < 20; s++) {
            double[] world = simulatedWorld(random, 72);
            Packages known = Packages.share(Arrays.copyOf(world, 60));
            Forecast forecast = aggregate(known, request(known, known.question(0.5, 12), 12));
            for (int h = 0; h < 12; h++) {
                Quantiles month = forecast.periods().get(h);
                inside += month.q10() <= world[60 + h] && world[60 + h] <= month.q90() ? 1 : 0;
                all++;
            }
        }

        assertThat((double) inside / all).isBetween(0.7, 0.92);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7})
    void too_short_a_history_is_refused(int months) {
        Packages few = Packages.share(Arrays.copyOf(TEN, Math.max(1, months)));

        assertThatThrownBy(() -> aggregate(few, request(few, few.question(0.5, 12), 12)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("needs at least 8 months with a figure")
                .extracting("code")
                .isEqualTo("history_too_short");
    }

    @Test
    void bad_requests_are_refused_with_what_would_be_right() {
        Packages norway = new NorwayFixture().cars();
        PredictionTask beyond = question("2026-01", "2026-12", Occasion.OVER_PERIOD);
        PredictionTask backwards = question("2025-12", "2025-01", Occasion.OVER_PERIOD);

        assertRefused(
                norway, request(norway, beyond, 12), "period_not_covered", "a forecast of 12 months ends in 2025-12");
        assertRefused(norway, request(norway, backwards, 12), "period_malformed", "before it begins in 2025-12");
        assertRefused(
                norway, request(norway, NorwayFixture.task("2024-12"), 0), "horizon_out_of_range", "0 were asked for");
        PredictionTask unknown = norway.question(0.5, 12);
        assertRefused(
                norway, request(norway, unknown, 12), "variable_unknown", "no variable \"y\"; there is: new_cars");
        Packages tooLarge = Packages.share(constant(1.2, 30));
        assertRefused(tooLarge, request(tooLarge, tooLarge.question(0.5, 12), 12), "share_out_of_range", "1.2");
    }

    @Test
    void a_member_with_too_few_months_or_no_number_is_refused() {
        Packages norway = new NorwayFixture().cars();
        Member shortOne = new Member("short", List.of(List.of(0.9, 0.9)), List.of());
        Member broken = new Member("broken", List.of(Collections.nCopies(12, Double.NaN)), List.of());
        Member early = new Member(
                "early",
                member("any", norway, 0).paths(),
                List.of(new Hindcast("2023-12", List.of("2023-12"), List.of(List.of(0.5)))));

        assertThatThrownBy(() -> norway(List.of(shortOne), List.of())).hasMessageContaining("has 2 months of 12");
        assertThatThrownBy(() -> norway(List.of(broken), List.of())).hasMessageContaining("has NaN in month 1");
        assertThatThrownBy(() -> norway(List.of(early), List.of())).hasMessageContaining("which is not after it");
    }

    private static void assertRefused(Packages packages, Request request, String code, String message) {
        assertThatThrownBy(() -> aggregate(packages, request))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(message)
                .extracting("code")
                .isEqualTo(code);
    }

    /** A logistic trend with seasons and autocorrelated noise, as a world might be. */
    private static double[] simulatedWorld(Random random, int months) {
        double level = -1 + random.nextGaussian();
        double slope = 0.02 * random.nextGaussian();
        double season = 0.3 * random.nextDouble();
        double correlation = 0.6 * random.nextDouble();
        double noise = 0;
        double[] world = new double[months];
        for (int i = 0; i < months; i++) {
            noise = correlation * noise + 0.15 * random.nextGaussian();
            level += slope + 0.02 * random.nextGaussian();
            world[i] = Probability.ofLogOdds(level + season * Math.sin(i * Math.PI / 6) + noise);
        }
        return world;
    }

    private static Forecast withReasoner(Packages norway, boolean skilled) {
        List<PastProbability> past = new ArrayList<>();
        for (int month = 2022 * 12; month < 2025 * 12; month++) {
            double value = norwaysShares(norway)[month - 2017 * 12];
            double right = value > 0.82 ? 0.9 : 0.1;
            past.add(
                    new PastProbability(Months.text(month - 3), Months.text(month), 0.82, skilled ? right : 1 - right));
        }
        ReasonerMember reasoner =
                new ReasonerMember("debate-engine", new Reasoning(0.9, List.of(), List.of(), List.of(), past));
        Request request = new Request(
                NorwayFixture.task("2024-12"),
                norway.data(),
                List.of(),
                List.of(reasoner),
                List.of(),
                List.of(),
                12,
                7);
        return aggregate(norway, request);
    }

    /** A member that was off by {@code error} at each origin, give or take a little. */
    private static Member member(String name, Packages norway, double error) {
        double[] share = norwaysShares(norway);
        List<Hindcast> hindcasts = new ArrayList<>();
        for (int origin = 2021 * 12 + 11; origin < 2024 * 12 + 11; origin += 3) {
            List<String> periods = new ArrayList<>();
            List<Double> low = new ArrayList<>();
            List<Double> high = new ArrayList<>();
            for (int month = origin + 1; month <= origin + 12; month++) {
                double value = month - 2017 * 12 < share.length ? share[month - 2017 * 12] : 0.9;
                periods.add(Months.text(month));
                low.add(value + error - 0.005);
                high.add(value + error + 0.005);
            }
            hindcasts.add(new Hindcast(Months.text(origin), periods, List.of(low, high)));
        }
        return new Member(name, List.of(Collections.nCopies(12, 0.91), Collections.nCopies(12, 0.93)), hindcasts);
    }

    private static void isOrderedShare(Quantiles q) {
        isOrdered(q);
        assertThat(q.q05()).isGreaterThanOrEqualTo(0);
        assertThat(q.q95()).isLessThanOrEqualTo(1);
    }

    private static void isOrdered(Quantiles q) {
        assertThat(List.of(q.q05(), q.q10(), q.q25(), q.q50(), q.q75(), q.q90(), q.q95()))
                .isSorted()
                .allSatisfy(value -> assertThat(value).isFinite());
    }

    private static double[] constant(double value, int months) {
        double[] values = new double[months];
        Arrays.fill(values, value);
        return values;
    }

    private static PredictionTask question(String from, String to, Occasion occasion) {
        return new PredictionTask(
                "Will it?", "battery_electric_share", Comparison.ABOVE, 0.95, from, to, occasion, "2024-12");
    }

    private static Request request(Packages packages, PredictionTask task, int horizon) {
        return new Request(task, packages.data(), List.of(), List.of(), List.of(), List.of(), horizon, 7);
    }

    private static Forecast norway(List<Member> members, List<Double> effect) {
        Packages norway = new NorwayFixture().cars();
        return aggregate(
                norway,
                new Request(
                        NorwayFixture.task("2024-12"), norway.data(), members, List.of(), List.of(), effect, 12, 7));
    }

    private static Forecast norwayAsked(Comparison comparison, double threshold) {
        Packages norway = new NorwayFixture().cars();
        var task = new PredictionTask(
                "Will it?",
                "battery_electric_share",
                comparison,
                threshold,
                "2025-01",
                "2025-12",
                Occasion.OVER_PERIOD,
                "2024-12");
        return aggregate(norway, request(norway, task, 12));
    }

    private static double[] norwaysShares(Packages norway) {
        return norway.tables()
                .read(norway.data().tables().get(0), new BlobsInMemory())
                .numbers("battery_electric_share");
    }

    private static Forecast aggregate(Packages packages, Request request) {
        return new LocalEnsembleAggregator(packages.tables()).aggregate(request, new BlobsInMemory());
    }
}
