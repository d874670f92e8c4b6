package io.futureos.studio.testkit.engine;

import static io.futureos.studio.testkit.engine.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.futureos.studio.engine.EnsembleAggregator;
import io.futureos.studio.engine.EnsembleAggregator.Absent;
import io.futureos.studio.engine.EnsembleAggregator.Backtest;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.HorizonFigures;
import io.futureos.studio.engine.EnsembleAggregator.Member;
import io.futureos.studio.engine.EnsembleAggregator.MemberFigures;
import io.futureos.studio.engine.EnsembleAggregator.MemberWeight;
import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import io.futureos.studio.engine.EnsembleAggregator.ReasonerMember;
import io.futureos.studio.engine.EnsembleAggregator.Request;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.PredictionTask.Comparison;
import io.futureos.studio.engine.Reasoner.Reasoning;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every ensemble aggregator promises. */
public abstract class EnsembleAggregatorContract extends WorkingEngineContract<EnsembleAggregator> {

    private static final double ROUNDING = 1e-9;

    /** A request with at least one member. */
    protected abstract Request aRequest();

    @Override
    final List<Call<EnsembleAggregator, ?>> calls() {
        return List.of(new Call<>("a forecast", aRequest(), EnsembleAggregator::aggregate));
    }

    private Forecast forecast(Request request) {
        return engine().aggregate(request, context());
    }

    private static Request with(Request request, List<Member> members) {
        return changed(request, request.task(), members, request.reasoners(), request.effect(), request.horizon());
    }

    private static Request asking(Request request, PredictionTask task) {
        return changed(request, task, request.members(), request.reasoners(), request.effect(), request.horizon());
    }

    private static Request changed(
            Request request,
            PredictionTask task,
            List<Member> members,
            List<ReasonerMember> reasoners,
            List<Double> effect,
            int horizon) {
        return new Request(task, request.data(), members, reasoners, request.absent(), effect, horizon, request.seed());
    }

    private static PredictionTask changed(
            PredictionTask task, String variable, Comparison comparison, double threshold) {
        return new PredictionTask(
                task.question(), variable, comparison, threshold, task.from(), task.to(), task.occasion(), task.asOf());
    }

    private static List<Double> values(Quantiles quantiles) {
        return List.of(
                quantiles.q05(),
                quantiles.q10(),
                quantiles.q25(),
                quantiles.q50(),
                quantiles.q75(),
                quantiles.q90(),
                quantiles.q95());
    }

    @Test
    void the_origins_of_the_backtest_are_months_in_order_none_of_them_after_as_of() {
        Request request = aRequest();
        YearMonth asOf = YearMonth.parse(Objects.requireNonNull(request.data().asOf()));

        List<YearMonth> origins = engine().backtestOrigins(request.data(), request.task()).stream()
                .map(YearMonth::parse)
                .toList();

        assertThat(origins)
                .isNotEmpty()
                .isSorted()
                .doesNotHaveDuplicates()
                .allSatisfy(origin -> assertThat(origin).isBeforeOrEqualTo(asOf));
    }

    @Test
    void probabilities_are_from_0_to_1_and_quantiles_in_order() {
        for (Request request : List.of(aRequest(), with(aRequest(), List.of()))) {
            Forecast forecast = forecast(request);

            assertThat(forecast.eventProbability()).isBetween(0.0, 1.0);
            assertThat(Stream.concat(forecast.periods().stream(), Stream.of(forecast.whole())))
                    .allSatisfy(quantiles -> assertThat(values(quantiles)).isSorted());
        }
    }

    @Test
    void there_is_a_forecast_for_each_month_after_as_of() {
        Request request = aRequest();
        YearMonth asOf = YearMonth.parse(Objects.requireNonNull(request.data().asOf()));

        assertThat(forecast(request).periods())
                .extracting(Quantiles::period)
                .isEqualTo(IntStream.rangeClosed(1, request.horizon())
                        .mapToObj(month -> asOf.plusMonths(month).toString())
                        .toList());
    }

    @Test
    void the_probability_agrees_with_the_quantiles_and_with_that_of_the_opposite() {
        Request request = changed(
                aRequest(),
                aRequest().task(),
                aRequest().members(),
                List.of(),
                aRequest().effect(),
                aRequest().horizon());
        PredictionTask task = request.task();
        double median = forecast(request).whole().q50();

        double above = forecast(asking(request, changed(task, task.targetVariable(), Comparison.ABOVE, median)))
                .eventProbability();
        double atMost = forecast(asking(request, changed(task, task.targetVariable(), Comparison.AT_MOST, median)))
                .eventProbability();

        assertThat(above).isCloseTo(0.5, within(0.1));
        assertThat(above + atMost).isCloseTo(1, within(1e-6));
    }

    @Test
    void the_weights_sum_to_one_and_everybody_who_could_have_taken_part_has_one() {
        Request request = aRequest();
        List<MemberWeight> members = forecast(request).members();

        assertThat(members).allSatisfy(member -> assertThat(member.weight()).isBetween(0.0, 1.0));
        assertThat(members.stream().mapToDouble(MemberWeight::weight).sum()).isCloseTo(1, within(ROUNDING));
        assertThat(members)
                .extracting(MemberWeight::name)
                .doesNotHaveDuplicates()
                .containsAll(request.members().stream().map(Member::name).toList())
                .containsAll(
                        request.reasoners().stream().map(ReasonerMember::name).toList())
                .containsAll(request.absent().stream().map(Absent::name).toList());
    }

    @Test
    void who_is_absent_has_no_weight_and_the_reason_is_passed_on() {
        Request request = aRequest();
        var absent = new Absent("the oracle", "it was closed");
        var asked = new Request(
                request.task(),
                request.data(),
                request.members(),
                request.reasoners(),
                List.of(absent),
                request.effect(),
                request.horizon(),
                request.seed());

        assertThat(forecast(asked).members())
                .filteredOn(member -> member.name().equals(absent.name()))
                .singleElement()
                .satisfies(member -> {
                    assertThat(member.weight()).isZero();
                    assertThat(member.reason()).contains(absent.reason());
                });
    }

    @Test
    void the_figures_of_the_backtest_are_in_their_ranges() {
        Request request = aRequest();
        Backtest backtest = forecast(request).backtest();

        assertThat(engine().backtestOrigins(request.data(), request.task())).containsAll(backtest.origins());
        assertThat(backtest.origins()).isSorted();
        assertThat(backtest.forecasts()).isNotNegative();
        assertThat(List.of(backtest.brier(), backtest.coverage50(), backtest.coverage80(), backtest.coverage90()))
                .allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
        assertThat(List.of(backtest.coverage50(), backtest.coverage80(), backtest.coverage90()))
                .isSorted();
        assertThat(List.of(
                        backtest.crps(),
                        backtest.crpsSeasonalNaive(),
                        backtest.mase(),
                        backtest.logScore(),
                        backtest.sharpness90()))
                .allSatisfy(score -> assertThat(score).isNotNegative());
        assertThat(backtest.reliability()).allSatisfy(bin -> {
            assertThat(bin.forecast()).isBetween(0.0, 1.0);
            assertThat(bin.observed()).isBetween(0.0, 1.0);
            assertThat(bin.count()).isNotNegative();
        });
    }

    @Test
    void the_equally_likely_values_are_in_order_and_have_the_quantiles_of_the_whole() {
        Forecast forecast = forecast(aRequest());
        List<Double> values = forecast.values();
        Quantiles whole = forecast.whole();

        assertThat(values)
                .hasSize(Forecast.VALUES)
                .isSorted()
                .allSatisfy(value -> assertThat(value).isFinite());
        for (var quantile : Map.of(
                        0.05,
                        whole.q05(),
                        0.1,
                        whole.q10(),
                        0.25,
                        whole.q25(),
                        0.5,
                        whole.q50(),
                        0.75,
                        whole.q75(),
                        0.9,
                        whole.q90(),
                        0.95,
                        whole.q95())
                .entrySet()) {
            int above = (int) Math.round(quantile.getKey() * Forecast.VALUES);
            assertThat(quantile.getValue())
                    .as("the quantile at %s", quantile.getKey())
                    .isBetween(values.get(above - 1), values.get(above));
        }
    }

    @Test
    void the_backtest_has_figures_by_horizon_for_the_pool_the_members_that_were_tested_and_the_year_before() {
        Request request = aRequest();
        Forecast forecast = forecast(request);
        Backtest backtest = forecast.backtest();

        assertThat(backtest.byHorizon())
                .extracting(MemberFigures::name)
                .doesNotHaveDuplicates()
                .contains(Backtest.POOL, Backtest.YEAR_BEFORE)
                .containsAll(forecast.members().stream()
                        .filter(member -> member.crps() != null)
                        .map(MemberWeight::name)
                        .toList());
        assertThat(backtest.byHorizon()).allSatisfy(member -> {
            assertThat(member.horizons())
                    .extracting(HorizonFigures::horizon)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allSatisfy(horizon -> assertThat(horizon).isBetween(1, backtest.horizon()));
            assertThat(member.horizons()).allSatisfy(EnsembleAggregatorContract::isInRange);
        });
    }

    private static void isInRange(HorizonFigures figures) {
        assertThat(figures.forecasts()).isPositive();
        assertThat(List.of(figures.crps(), figures.mase()))
                .allSatisfy(score -> assertThat(score).isFinite().isNotNegative());
        assertThat(List.of(figures.coverage50(), figures.coverage80(), figures.coverage90()))
                .isSorted()
                .allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
    }

    @Test
    void the_figures_by_horizon_add_up_to_those_of_all_forecasts() {
        Backtest backtest = forecast(aRequest()).backtest();
        List<HorizonFigures> pool = byHorizon(backtest, Backtest.POOL);
        List<HorizonFigures> yearBefore = byHorizon(backtest, Backtest.YEAR_BEFORE);

        assertThat(pool.stream().mapToInt(HorizonFigures::forecasts).sum()).isEqualTo(backtest.forecasts());
        assertThat(mean(pool, HorizonFigures::crps)).isCloseTo(backtest.crps(), withinPercentage(0.01));
        assertThat(mean(pool, HorizonFigures::mase)).isCloseTo(backtest.mase(), withinPercentage(0.01));
        assertThat(mean(pool, HorizonFigures::coverage50)).isCloseTo(backtest.coverage50(), within(1e-4));
        assertThat(mean(pool, HorizonFigures::coverage80)).isCloseTo(backtest.coverage80(), within(1e-4));
        assertThat(mean(pool, HorizonFigures::coverage90)).isCloseTo(backtest.coverage90(), within(1e-4));
        assertThat(mean(yearBefore, HorizonFigures::crps))
                .isCloseTo(backtest.crpsSeasonalNaive(), withinPercentage(0.01));
    }

    @Test
    void the_backtest_says_in_words_what_its_probabilities_are_judged_by_and_how_often_that_came_true() {
        Backtest backtest = forecast(aRequest()).backtest();

        assertThat(backtest.event()).as("the judged event").isNotBlank().doesNotEndWith(".");
        assertThat(backtest.eventRate()).as("how often it came true").isBetween(0.0, 1.0);
    }

    private static List<HorizonFigures> byHorizon(Backtest backtest, String name) {
        return backtest.byHorizon().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow()
                .horizons();
    }

    private static double mean(List<HorizonFigures> horizons, ToDoubleFunction<HorizonFigures> figure) {
        int forecasts = horizons.stream().mapToInt(HorizonFigures::forecasts).sum();
        return horizons.stream()
                .mapToDouble(horizon -> figure.applyAsDouble(horizon) * horizon.forecasts() / forecasts)
                .sum();
    }

    @Test
    void a_member_that_has_the_name_of_the_pool_is_refused() {
        Member member = aRequest().members().get(0);

        for (String name : List.of(Backtest.POOL, Backtest.YEAR_BEFORE)) {
            assertRefused(
                    "a member called " + name,
                    () -> forecast(with(aRequest(), List.of(new Member(name, member.paths(), member.hindcasts())))));
        }
    }

    @Test
    void a_horizon_that_is_none_is_refused() {
        Request request = aRequest();
        for (int horizon : List.of(Integer.MIN_VALUE, -1, 0)) {
            assertRefused(
                    "a horizon of " + horizon,
                    () -> forecast(changed(
                            request,
                            request.task(),
                            request.members(),
                            request.reasoners(),
                            request.effect(),
                            horizon)));
        }
    }

    @Test
    void a_target_that_the_data_does_not_have_is_refused() {
        PredictionTask task = aRequest().task();

        assertRefused(
                "another target",
                () -> forecast(asking(aRequest(), changed(task, "unheard_of", task.comparison(), task.threshold()))));
    }

    @Test
    void members_that_do_not_fit_the_question_are_refused() {
        Request request = aRequest();
        Member good = request.members().get(0);
        var tooShort = new ArrayList<>(good.paths());
        tooShort.set(0, List.of(good.paths().get(0).get(0)));

        assertRefused(
                "a path that is too short",
                () -> forecast(with(request, List.of(new Member(good.name(), tooShort, good.hindcasts())))));
        assertRefused(
                "no paths", () -> forecast(with(request, List.of(new Member(good.name(), List.of(), List.of())))));
        for (double figure : List.of(Double.NaN, Double.POSITIVE_INFINITY)) {
            var wild = new ArrayList<>(good.paths());
            wild.set(0, Collections.nCopies(request.horizon(), figure));
            assertRefused(
                    "a path of " + figure,
                    () -> forecast(with(request, List.of(new Member(good.name(), wild, good.hindcasts())))));
        }
        assertRefused("two members of one name", () -> forecast(with(request, List.of(good, good))));
        for (double probability : List.of(-0.1, 1.1, Double.NaN)) {
            var certain = new ReasonerMember(
                    "oracle", new Reasoning(probability, List.of("It is so."), List.of(), List.of(), List.of()));
            assertRefused(
                    "a probability of " + probability,
                    () -> forecast(changed(
                            request,
                            request.task(),
                            request.members(),
                            List.of(certain),
                            request.effect(),
                            request.horizon())));
        }
    }
}
