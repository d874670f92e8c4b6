package io.futureos.studio.testkit.engine;

import static io.futureos.studio.testkit.engine.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.futureos.studio.engine.EnsembleAggregator;
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
import io.futureos.studio.engine.Reasoner.Reasoning;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
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
