package io.futureos.studio.testkit.engine;

import io.futureos.studio.engine.CausalGraphEngine;
import io.futureos.studio.engine.DataOrchestrator;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.engine.EnsembleAggregator;
import io.futureos.studio.engine.ExplanationGenerator;
import io.futureos.studio.engine.FrameExporter;
import io.futureos.studio.engine.IntentParser;
import io.futureos.studio.engine.PopulationSynthesizer;
import io.futureos.studio.engine.Reasoner;
import io.futureos.studio.engine.SimulationEngine;
import java.util.Optional;

/**
 * Engines that answer from a recording: an equal request gets the recorded answer or refusal, and what the engine stored
 * is stored again. What was never asked ends in a {@link NotRecordedException} that says what is different and how to
 * record again.
 */
public final class ReplayedEngines extends TapedEngines {

    private ReplayedEngines(Recording recording) {
        super(new ReplayingTape(recording), new Absent(recording));
    }

    /** The engines of a recording. */
    public static ReplayedEngines of(Recording recording) {
        return new ReplayedEngines(recording);
    }

    /** Nobody, but for knowing which reasoners there were. */
    private record Absent(Recording recording) implements Engines {

        private static IllegalStateException nobody() {
            return new IllegalStateException("A replay asks no engine");
        }

        private Optional<Reasoner> reasoner(String name) {
            return recording
                    .find(Question.of(name, "provenance", new Wire.Nothing()))
                    .map(known -> new AbsentReasoner());
        }

        @Override
        public Optional<Reasoner> graphOfThoughts() {
            return reasoner("graph_of_thoughts");
        }

        @Override
        public Optional<Reasoner> treeSearch() {
            return reasoner("tree_search");
        }

        @Override
        public Optional<Reasoner> debate() {
            return reasoner("debate");
        }

        @Override
        public IntentParser intentParser() {
            throw nobody();
        }

        @Override
        public DataOrchestrator dataOrchestrator() {
            throw nobody();
        }

        @Override
        public CausalGraphEngine causalGraph() {
            throw nobody();
        }

        @Override
        public PopulationSynthesizer populationSynthesizer() {
            throw nobody();
        }

        @Override
        public SimulationEngine simulation() {
            throw nobody();
        }

        @Override
        public FrameExporter frameExporter() {
            throw nobody();
        }

        @Override
        public EnsembleAggregator ensembleAggregator() {
            throw nobody();
        }

        @Override
        public ExplanationGenerator explanationGenerator() {
            throw nobody();
        }
    }

    private record AbsentReasoner() implements Reasoner {
        @Override
        public Provenance provenance() {
            throw Absent.nobody();
        }

        @Override
        public Reasoning reason(Request request, io.futureos.studio.engine.EngineContext context) {
            throw Absent.nobody();
        }
    }
}
