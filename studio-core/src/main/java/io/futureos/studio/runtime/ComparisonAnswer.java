package io.futureos.studio.runtime;

import io.futureos.studio.decide.Inquiry.Compared;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.ExplanationGenerator;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.ScenarioComparison;
import io.futureos.studio.engine.ScenarioComparison.Flip;
import io.futureos.studio.engine.ScenarioComparison.Pair;
import io.futureos.studio.engine.ScenarioComparison.Standing;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scenarios side by side: what each forecasts, and what the explanation generator makes of the differences. Where it can't compare
 * them, the answer says why, and has the rest.
 */
final class ComparisonAnswer {

    private final ExplanationGenerator generator;
    private final WorkingCopy copy;
    private final EngineContext context;

    ComparisonAnswer(ExplanationGenerator generator, WorkingCopy copy, EngineContext context) {
        this.generator = generator;
        this.copy = copy;
        this.context = context;
    }

    Map<String, Object> of(List<Compared> compared) {
        var runs = new ArrayList<@Nullable ScenarioRun>();
        compared.forEach(one -> runs.add(one.outcome() == null ? null : stored(one.outcome(), ScenarioRun.class)));
        List<Map<String, Object>> scenarios = sideBySide(compared, runs);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("scenarios", scenarios);
        Output question = copy.assessment().lane(Lane.QUESTION).shown();
        Output data = copy.assessment().lane(Lane.DATA).shown();
        if (question == null || data == null) {
            answer.put("note", "Nothing was run yet, so there is nothing to compare.");
            return answer;
        }
        try {
            var request = new ComparedRuns(copy.project(), copy.assessment(), compared, runs)
                    .request(question, stored(question, PredictionTask.class), data, stored(data, DataPackage.class));
            tell(answer, scenarios, compared, generator.compare(request, context));
        } catch (EngineException e) {
            answer.put("note", String.valueOf(e.getMessage()));
        }
        return answer;
    }

    private static List<Map<String, Object>> sideBySide(List<Compared> compared, List<@Nullable ScenarioRun> runs) {
        var scenarios = new ArrayList<Map<String, Object>>();
        Double first = null;
        for (int i = 0; i < compared.size(); i++) {
            Compared one = compared.get(i);
            var answer = new LinkedHashMap<String, Object>();
            answer.put("scenario_id", one.scenario().toString());
            answer.put("name", one.name());
            answer.put("stale", one.stale());
            ScenarioRun run = runs.get(i);
            if (run != null) {
                double probability = run.forecast().eventProbability();
                first = first == null ? (Double) probability : first;
                answer.put("event_probability", probability);
                answer.put("difference_to_first", probability - first);
                answer.put("forecast", StudioJson.toOpen(run.forecast()));
                answer.put("simulation", StudioJson.toOpen(run.simulation()));
            }
            scenarios.add(answer);
        }
        return scenarios;
    }

    private static void tell(
            Map<String, Object> answer,
            List<Map<String, Object>> scenarios,
            List<Compared> compared,
            ScenarioComparison comparison) {
        answer.put("quantity", comparison.quantity());
        for (int i = 0; i < scenarios.size(); i++) {
            Standing standing = comparison.standings().get(i);
            if (standing.flip() != null) {
                scenarios.get(i).put("flip", flip(standing.flip(), compared));
            }
            scenarios.get(i).put("notes", standing.notes());
        }
        answer.put(
                "pairs",
                comparison.pairs().stream().map(pair -> pair(pair, compared)).toList());
    }

    /** Scenarios are told by their ids, not by their places. */
    private static Map<String, Object> pair(Pair pair, List<Compared> compared) {
        var open = new LinkedHashMap<String, Object>();
        open.put("scenario_id", id(compared, pair.scenario()));
        open.put("against_id", id(compared, 0));
        open.putAll(StudioJson.toOpen(pair));
        open.remove("scenario");
        if (pair.flip() != null) {
            open.put("flip", flip(pair.flip(), compared));
        }
        return open;
    }

    private static Map<String, Object> flip(Flip flip, List<Compared> compared) {
        var open = new LinkedHashMap<>(StudioJson.toOpen(flip));
        open.put(
                "changes",
                flip.changes().stream()
                        .map(change -> {
                            var one = new LinkedHashMap<>(StudioJson.toOpen(change));
                            one.remove("scenario");
                            if (change.scenario() != null) {
                                one.put("scenario_id", id(compared, change.scenario()));
                            }
                            return one;
                        })
                        .toList());
        return open;
    }

    private static String id(List<Compared> compared, int place) {
        return compared.get(place).scenario().toString();
    }

    private <T> T stored(Output output, Class<T> type) {
        return StudioJson.read(context.read(output.result()), type);
    }
}
