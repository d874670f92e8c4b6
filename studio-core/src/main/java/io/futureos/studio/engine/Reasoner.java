package io.futureos.studio.engine;

import io.futureos.studio.engine.CausalGraphEngine.CausalGraph;
import io.futureos.studio.model.OpenValue;
import java.util.List;
import java.util.Map;

/** Argues about a question instead of simulating it ({@code got-engine}, {@code mcts-engine}, {@code debate-engine}). */
public interface Reasoner extends Engine {

    /**
     * Argues about one question. What it says about the past is from the origins asked for, each time knowing nothing that
     * came after.
     *
     * @throws EngineException if the data does not have the target or a variable that the scenario sets, or an origin is no
     *     month
     */
    Reasoning reason(Request request, EngineContext context);

    /**
     * What to argue about.
     *
     * @param variableOverrides by variable, what the scenario sets (open values)
     * @param origins the months at which the reasoner is asked for past forecasts too, {@code YYYY-MM}
     */
    record Request(
            PredictionTask task,
            DataPackage data,
            Population population,
            CausalGraph graph,
            Map<String, Object> variableOverrides,
            List<String> origins,
            long seed) {
        public Request {
            variableOverrides = OpenValue.map(variableOverrides);
            origins = List.copyOf(origins);
        }
    }

    /**
     * The outcome of an argument.
     *
     * @param probability that the answer is yes
     * @param reasons with references to data
     * @param wouldChangeItsMind what would have to be seen for another answer
     * @param past what it would have said before, by which it earns its weight
     */
    record Reasoning(
            double probability, List<String> reasons, List<String> wouldChangeItsMind, List<PastProbability> past) {
        public Reasoning {
            reasons = List.copyOf(reasons);
            wouldChangeItsMind = List.copyOf(wouldChangeItsMind);
            past = List.copyOf(past);
        }
    }

    /** The probability given at {@code origin} to the target meeting {@code threshold} in month {@code period}. */
    record PastProbability(String origin, String period, double threshold, double probability) {}
}
