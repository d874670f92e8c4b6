package io.futureos.studio.engine;

import java.util.Optional;

/**
 * The engines that a Studio works with. The reasoners are optional: what is not wired is left out of the forecast, and
 * the report says so.
 */
public interface Engines {

    IntentParser intentParser();

    DataOrchestrator dataOrchestrator();

    CausalGraphEngine causalGraph();

    PopulationSynthesizer populationSynthesizer();

    SimulationEngine simulation();

    /** The graph-of-thoughts reasoner ({@code got-engine}). */
    default Optional<Reasoner> graphOfThoughts() {
        return Optional.empty();
    }

    /** The tree-search reasoner ({@code mcts-engine}). */
    default Optional<Reasoner> treeSearch() {
        return Optional.empty();
    }

    /** The debate reasoner ({@code debate-engine}). */
    default Optional<Reasoner> debate() {
        return Optional.empty();
    }

    FrameExporter frameExporter();

    EnsembleAggregator ensembleAggregator();

    ExplanationGenerator explanationGenerator();
}
