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
import io.futureos.studio.engines.local.parallel.Workers;
import io.futureos.studio.engines.local.population.LocalPopulationSynthesizer;
import io.futureos.studio.engines.local.reasoning.Debate;
import io.futureos.studio.engines.local.reasoning.GraphOfThoughts;
import io.futureos.studio.engines.local.reasoning.TreeSearch;
import io.futureos.studio.engines.local.series.RecentTables;
import io.futureos.studio.engines.local.simulation.LocalSimulationEngine;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The engines that run inside the host's own process. */
public final class LocalEngines implements Engines {

    private final DataOrchestrator dataOrchestrator;
    private final IntentParser intentParser = new LocalIntentParser();
    private final CausalGraphEngine causalGraph;
    private final PopulationSynthesizer populationSynthesizer;
    private final SimulationEngine simulation;
    private final Reasoner graphOfThoughts;
    private final Reasoner treeSearch;
    private final Reasoner debate;
    private final EnsembleAggregator ensembleAggregator;
    private final FrameExporter frameExporter = new LocalFrameExporter();
    private final ExplanationGenerator explanationGenerator;

    private LocalEngines(DataOrchestrator dataOrchestrator, Workers workers) {
        var tables = new RecentTables(); // shared: all of them ask for the same few
        this.dataOrchestrator = dataOrchestrator;
        this.causalGraph = new LocalCausalGraph(tables);
        this.populationSynthesizer = new LocalPopulationSynthesizer(tables);
        this.simulation = new LocalSimulationEngine(tables, workers);
        this.graphOfThoughts = new GraphOfThoughts(tables);
        this.treeSearch = new TreeSearch(simulation, TreeSearch.ROLLOUTS, tables);
        this.debate = new Debate(tables);
        this.ensembleAggregator = new LocalEnsembleAggregator(tables);
        this.explanationGenerator = new LocalExplanationGenerator(tables);
    }

    /** Engines whose data comes from the files under {@code directory}, and from no others. */
    public static LocalEngines readingFrom(Path directory) {
        return new LocalEngines(LocalDataOrchestrator.readingFrom(directory), Workers.alone());
    }

    /** Engines that read no files: all data is stated in the sources' configuration. */
    public static LocalEngines create() {
        return new LocalEngines(LocalDataOrchestrator.withoutFiles(), Workers.alone());
    }

    /**
     * The same engines, whose simulation works on the job's own thread and on up to {@code threads - 1} of the executor
     * beside it. No figure depends on that. Without this the job's own thread does everything: the Studio runs scenarios
     * side by side already, and a library takes no threads that nobody gave it.
     *
     * @param executor is never waited for: if it is busy or shut down, the job's own thread goes on alone
     * @param threads for one job, at least 1
     */
    public LocalEngines withThreads(Executor executor, int threads) {
        return new LocalEngines(dataOrchestrator, Workers.of(executor, threads));
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
