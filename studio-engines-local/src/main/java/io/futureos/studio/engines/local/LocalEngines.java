package io.futureos.studio.engines.local;

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
import io.futureos.studio.engines.local.causal.LocalCausalGraph;
import io.futureos.studio.engines.local.data.LocalDataOrchestrator;
import io.futureos.studio.engines.local.data.LocalFrameExporter;
import io.futureos.studio.engines.local.ensemble.LocalEnsembleAggregator;
import io.futureos.studio.engines.local.explain.LocalExplanationGenerator;
import io.futureos.studio.engines.local.intent.LocalIntentParser;
import io.futureos.studio.engines.local.population.LocalPopulationSynthesizer;
import io.futureos.studio.engines.local.reasoning.Debate;
import io.futureos.studio.engines.local.reasoning.GraphOfThoughts;
import io.futureos.studio.engines.local.reasoning.TreeSearch;
import io.futureos.studio.engines.local.simulation.LocalSimulationEngine;
import java.nio.file.Path;
import java.util.Optional;

/** The engines that run inside the host's own process. */
public final class LocalEngines implements Engines {

    private final DataOrchestrator dataOrchestrator;
    private final IntentParser intentParser = new LocalIntentParser();
    private final CausalGraphEngine causalGraph = new LocalCausalGraph();
    private final PopulationSynthesizer populationSynthesizer = new LocalPopulationSynthesizer();
    private final SimulationEngine simulation = new LocalSimulationEngine();
    private final Reasoner graphOfThoughts = new GraphOfThoughts();
    private final Reasoner treeSearch = new TreeSearch(simulation);
    private final Reasoner debate = new Debate();
    private final EnsembleAggregator ensembleAggregator = new LocalEnsembleAggregator();
    private final FrameExporter frameExporter = new LocalFrameExporter();
    private final ExplanationGenerator explanationGenerator = new LocalExplanationGenerator();

    private LocalEngines(DataOrchestrator dataOrchestrator) {
        this.dataOrchestrator = dataOrchestrator;
    }

    /** Engines whose data comes from the files under {@code directory}, and from no others. */
    public static LocalEngines readingFrom(Path directory) {
        return new LocalEngines(LocalDataOrchestrator.readingFrom(directory));
    }

    /** Engines that read no files: all data is stated in the sources' configuration. */
    public static LocalEngines create() {
        return new LocalEngines(LocalDataOrchestrator.withoutFiles());
    }

    @Override
    public IntentParser intentParser() {
        return intentParser;
    }

    @Override
    public DataOrchestrator dataOrchestrator() {
        return dataOrchestrator;
    }

    @Override
    public CausalGraphEngine causalGraph() {
        return causalGraph;
    }

    @Override
    public PopulationSynthesizer populationSynthesizer() {
        return populationSynthesizer;
    }

    @Override
    public SimulationEngine simulation() {
        return simulation;
    }

    @Override
    public Optional<Reasoner> graphOfThoughts() {
        return Optional.of(graphOfThoughts);
    }

    /** Searches by this object's own simulation, whose calibration and hindcasts it shares. */
    @Override
    public Optional<Reasoner> treeSearch() {
        return Optional.of(treeSearch);
    }

    @Override
    public Optional<Reasoner> debate() {
        return Optional.of(debate);
    }

    @Override
    public FrameExporter frameExporter() {
        return frameExporter;
    }

    @Override
    public EnsembleAggregator ensembleAggregator() {
        return ensembleAggregator;
    }

    @Override
    public ExplanationGenerator explanationGenerator() {
        return explanationGenerator;
    }
}
