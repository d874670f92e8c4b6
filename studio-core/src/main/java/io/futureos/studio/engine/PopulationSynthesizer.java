package io.futureos.studio.engine;

import java.util.List;
import java.util.Map;

/** Makes households that together look like the real ones ({@code pop-synthesizer}). */
public interface PopulationSynthesizer extends Engine {

    /**
     * Makes a population of exactly the size that was asked for. The shares of the archetypes, and those of each dimension's
     * categories, sum to 1.
     *
     * @throws EngineException if the margins are missing, contradict each other, the size is out of range, or something is
     *     to be changed that the population does not have
     */
    Population synthesize(Request request, EngineContext context);

    /**
     * A sample of the network, laid out for drawing: as many households as asked for, or all if there are fewer.
     *
     * @throws EngineException if none are asked for
     */
    NetworkView network(NetworkRequest request, EngineContext context);

    /**
     * What to make.
     *
     * @param config what the population is built from (open values): dimensions, margins, target means, network
     * @param adjustments by dimension, what the analyst changed: shares by category (open values)
     * @param archetypeEdits by archetype id, the traits that the analyst changed (open values)
     * @param size how many households
     */
    record Request(
            DataPackage data,
            Map<String, Object> config,
            Map<String, Map<String, Object>> adjustments,
            Map<String, Map<String, Object>> archetypeEdits,
            int size,
            long seed) {}

    /** How many households to show. */
    record NetworkRequest(Population population, int nodes) {}

    /** Nodes with a place in the unit square, and the edges between them, each once. */
    record NetworkView(List<Node> nodes, List<Edge> edges) {
        public record Node(int household, String archetype, double x, double y) {}

        /** Joins two nodes by their position in the list of nodes, from 0. */
        public record Edge(int from, int to) {}
    }
}
