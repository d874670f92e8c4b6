package io.futureos.studio.testkit.engine;

import static io.futureos.studio.testkit.engine.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.Reasoner;
import io.futureos.studio.engine.Reasoner.PastProbability;
import io.futureos.studio.engine.Reasoner.Reasoning;
import io.futureos.studio.engine.Reasoner.Request;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.model.Shock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every reasoner promises. */
public abstract class ReasonerContract extends WorkingEngineContract<Reasoner> {

    /** A request that asks for past forecasts from at least two origins. */
    protected abstract Request aRequest();

    /** The same request, but all figures of the target after {@code month} are others. */
    protected abstract Request aRequestWithOtherFiguresAfter(String month);

    @Override
    final List<Call<Reasoner, ?>> calls() {
        return List.of(new Call<>("reasoning", aRequest(), Reasoner::reason));
    }

    private Reasoning reasoning(Request request) {
        return engine().reason(request, context());
    }

    private static Request changed(Request request, PredictionTask task, Map<String, Object> overrides) {
        return changed(request, task, overrides, request.scenario().shocks());
    }

    private static Request changed(
            Request request, PredictionTask task, Map<String, Object> overrides, List<Shock> shocks) {
        SimulationEngine.Request scenario = request.scenario();
        return new Request(
                new SimulationEngine.Request(
                        task,
                        scenario.data(),
                        scenario.population(),
                        overrides,
                        scenario.populationAdjustments(),
                        shocks,
                        scenario.config(),
                        scenario.horizon(),
                        scenario.seed()),
                request.graph(),
                request.effect(),
                request.origins());
    }

    private static Request from(List<String> origins, Request request) {
        return new Request(request.scenario(), request.graph(), request.effect(), origins);
    }

    @Test
    void probabilities_are_from_0_to_1() {
        Reasoning reasoning = reasoning(aRequest());

        assertThat(reasoning.probability()).isBetween(0.0, 1.0);
        assertThat(reasoning.past())
                .allSatisfy(past -> assertThat(past.probability()).isBetween(0.0, 1.0));
    }

    @Test
    void an_answer_has_reasons() {
        assertThat(reasoning(aRequest()).reasons())
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason).isNotBlank());
    }

    @Test
    void past_forecasts_are_from_the_origins_that_were_asked_for_and_about_later_months() {
        Request request = aRequest();

        assertThat(reasoning(request).past()).allSatisfy(past -> {
            assertThat(request.origins()).contains(past.origin());
            assertThat(YearMonth.parse(past.period())).isAfter(YearMonth.parse(past.origin()));
        });
        assertThat(reasoning(from(List.of(), request)).past()).isEmpty();
    }

    @Test
    void a_past_forecast_knows_nothing_that_came_after_its_origin() {
        for (String origin : aRequest().origins()) {
            assertThat(from(origin, reasoning(aRequestWithOtherFiguresAfter(origin))))
                    .as("past forecasts of %s", origin)
                    .isEqualTo(from(origin, reasoning(aRequest())));
        }
    }

    private static List<PastProbability> from(String origin, Reasoning reasoning) {
        return reasoning.past().stream()
                .filter(past -> past.origin().equals(origin))
                .toList();
    }

    @Test
    void a_line_is_of_variables_that_the_data_has_within_the_horizon_and_leads_from_0_to_1() {
        Request request = aRequest();

        assertThat(reasoning(request).lines()).allSatisfy(line -> {
            assertThat(List.of(line.before(), line.after()))
                    .allSatisfy(p -> assertThat(p).isBetween(0.0, 1.0));
            assertThat(line.cost()).isNotNegative();
            assertThat(line.moves()).isNotEmpty().allSatisfy(move -> {
                assertThat(request.scenario().data().variable(move.variable())).isPresent();
                assertThat(move.tick()).isBetween(1, request.scenario().horizon());
            });
        });
    }

    @Test
    void what_the_data_does_not_have_is_refused() {
        Request request = aRequest();
        SimulationEngine.Request scenario = request.scenario();
        PredictionTask task = scenario.task();
        var overrides = new LinkedHashMap<>(scenario.variableOverrides());
        overrides.put("unheard_of", 1);
        var unknown = new PredictionTask(
                task.question(),
                "unheard_of",
                task.comparison(),
                task.threshold(),
                task.from(),
                task.to(),
                task.occasion(),
                task.asOf());

        assertRefused("another target", () -> reasoning(changed(request, unknown, scenario.variableOverrides())));
        assertRefused("another override", () -> reasoning(changed(request, task, overrides)));
        assertRefused(
                "another shock",
                () -> reasoning(
                        changed(request, task, scenario.variableOverrides(), List.of(new Shock(1, "unheard_of", 1)))));
    }

    @Test
    void an_origin_that_is_no_month_is_refused() {
        for (String origin : List.of("", "yesterday", "2020-13")) {
            assertRefused("an origin \"" + origin + "\"", () -> reasoning(from(List.of(origin), aRequest())));
        }
    }
}
