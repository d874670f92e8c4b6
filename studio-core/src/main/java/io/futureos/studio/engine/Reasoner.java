package io.futureos.studio.engine;

import io.futureos.studio.engine.CausalGraphEngine.CausalGraph;
import java.util.List;

/** Argues about a question instead of simulating it ({@code got-engine}, {@code mcts-engine}, {@code debate-engine}). */
public interface Reasoner extends Engine {

    /**
     * Argues about one question. What it says about the past is from the origins asked for, each time knowing nothing that
     * came after.
     *
     * @throws EngineException if the data does not have the target or a variable that the scenario changes, an origin is no
     *     month, or the reasoner has no way to say anything about the question
     */
    Reasoning reason(Request request, EngineContext context);

    /**
     * What to argue about.
     *
     * @param scenario the question and the scenario, as a simulation is asked for it
     * @param graph what moves what, found in all of the data: a past forecast can't lean on it
     * @param effect how much the scenario moves the target each month, as in {@link SimulationEngine.Outcome#effect}; empty
     *     if it changes nothing or nobody simulated it
     * @param origins the months at which the reasoner is asked for past forecasts too, {@code YYYY-MM}
     */
    record Request(SimulationEngine.Request scenario, CausalGraph graph, List<Double> effect, List<String> origins) {
        public Request {
            effect = List.copyOf(effect);
            origins = List.copyOf(origins);
        }
    }

    /**
     * The outcome of an argument.
     *
     * @param probability that the answer is yes
     * @param reasons with references to data
     * @param wouldChangeItsMind what would have to be seen for another answer
     * @param lines what could be done or happen, and where it would lead; empty if the reasoner tries nothing out
     * @param past what it would have said before, by which it earns its weight
     */
    record Reasoning(
            double probability,
            List<String> reasons,
            List<String> wouldChangeItsMind,
            List<Line> lines,
            List<PastProbability> past) {
        public Reasoning {
            reasons = List.copyOf(reasons);
            wouldChangeItsMind = List.copyOf(wouldChangeItsMind);
            lines = List.copyOf(lines);
            past = List.copyOf(past);
        }
    }

    /**
     * Changes one after the other, and where they lead.
     *
     * @param before the probability without them
     * @param after the probability with them
     * @param cost how far the variables are moved altogether, each as a fraction of its range
     */
    record Line(List<Move> moves, double before, double after, double cost) {
        public Line {
            moves = List.copyOf(moves);
        }
    }

    /** A variable that goes to another value at a tick and stays there. */
    record Move(int tick, String variable, double from, double to) {}

    /** The probability given at {@code origin} to the target meeting {@code threshold} in month {@code period}. */
    record PastProbability(String origin, String period, double threshold, double probability) {}
}
