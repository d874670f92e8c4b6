package io.futureos.studio.testkit.engine;

import static io.futureos.studio.testkit.engine.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.Reasoner;
import io.futureos.studio.engine.Reasoner.PastProbability;
import io.futureos.studio.engine.Reasoner.Reasoning;
import io.futureos.studio.engine.Reasoner.Request;
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

    private static Request changed(
            Request request, PredictionTask task, Map<String, Object> overrides, List<String> origins) {
        return new Request(
                task, request.data(), request.population(), request.graph(), overrides, origins, request.seed());
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
        assertThat(reasoning(changed(request, request.task(), request.variableOverrides(), List.of()))
                        .past())
                .isEmpty();
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
    void what_the_data_does_not_have_is_refused() {
        Request request = aRequest();
        PredictionTask task = request.task();
        var overrides = new LinkedHashMap<>(request.variableOverrides());
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

        assertRefused(
                "another target",
                () -> reasoning(changed(request, unknown, request.variableOverrides(), request.origins())));
        assertRefused("another override", () -> reasoning(changed(request, task, overrides, request.origins())));
    }

    @Test
    void an_origin_that_is_no_month_is_refused() {
        Request request = aRequest();
        for (String origin : List.of("", "yesterday", "2020-13")) {
            assertRefused(
                    "an origin \"" + origin + "\"",
                    () -> reasoning(changed(request, request.task(), request.variableOverrides(), List.of(origin))));
        }
    }
}
