package io.futureos.studio.testkit.engine;

import io.futureos.studio.engine.CausalGraphEngine;
import io.futureos.studio.engine.DataOrchestrator;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.Engine;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.engine.EnsembleAggregator;
import io.futureos.studio.engine.ExplanationGenerator;
import io.futureos.studio.engine.FrameExporter;
import io.futureos.studio.engine.IntentParser;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.PopulationSynthesizer;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.Reasoner;
import io.futureos.studio.engine.ScenarioComparison;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.engine.SimulationEngine.Frame;
import io.futureos.studio.model.DataFormat;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.report.ReportContent;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Engines that are asked by way of a tape. Whether they are there at all is up to the tape: only live calls need them. */
abstract class TapedEngines implements Engines {

    private final Tape tape;
    private final Engines live;
    private final TapedSimulation simulation;

    TapedEngines(Tape tape, Engines live) {
        this.tape = tape;
        this.live = live;
        this.simulation = new TapedSimulation(tape, live::simulation);
    }

    /** One engine by way of the tape. */
    private abstract class Taped<E extends Engine> implements Engine {
        private final String name;
        private final Supplier<E> engine;

        Taped(String name, Supplier<E> engine) {
            this.name = name;
            this.engine = engine;
        }

        E engine() {
            return engine.get();
        }

        @Override
        public Provenance provenance() {
            return answer("provenance", new Wire.Nothing(), Provenance.class, () -> engine().provenance());
        }

        <R extends Record> R answer(
                String method,
                Record request,
                Class<R> type,
                EngineContext context,
                Function<EngineContext, R> asking) {
            return tape.answer(Question.of(name, method, request), type, context, asking);
        }

        <R extends Record> R answer(String method, Record request, Class<R> type, Supplier<R> asking) {
            return answer(method, request, type, Tape.NOWHERE, nowhere -> asking.get());
        }
    }

    @Override
    public IntentParser intentParser() {
        return new TapedParser();
    }

    private final class TapedParser extends Taped<IntentParser> implements IntentParser {
        TapedParser() {
            super("intent_parser", live::intentParser);
        }

        @Override
        public PredictionTask parse(IntentParser.Request request, EngineContext context) {
            return answer("parse", request, PredictionTask.class, context, in -> engine().parse(request, in));
        }
    }

    @Override
    public DataOrchestrator dataOrchestrator() {
        return new TapedOrchestrator();
    }

    private final class TapedOrchestrator extends Taped<DataOrchestrator> implements DataOrchestrator {
        TapedOrchestrator() {
            super("data_orchestrator", live::dataOrchestrator);
        }

        @Override
        public List<SourceInfo> explore(List<DataSource> configured, EngineContext context) {
            return answer(
                            "explore",
                            new Wire.Configured(configured),
                            Wire.Explored.class,
                            context,
                            in -> new Wire.Explored(engine().explore(configured, in)))
                    .sources();
        }

        @Override
        public List<Variable> vocabulary(List<DataSource> configured) {
            return answer(
                            "vocabulary",
                            new Wire.Configured(configured),
                            Wire.Vocabulary.class,
                            () -> new Wire.Vocabulary(engine().vocabulary(configured)))
                    .variables();
        }

        @Override
        public Fetched fetch(DataSource source, EngineContext context) {
            return answer("fetch", source, Fetched.class, context, in -> engine().fetch(source, in));
        }

        @Override
        public DataPackage build(BuildRequest request, EngineContext context) {
            return answer("build", request, DataPackage.class, context, in -> engine().build(request, in));
        }

        @Override
        public TablePage preview(PreviewRequest request, EngineContext context) {
            return answer("preview", request, TablePage.class, context, in -> engine().preview(request, in));
        }
    }

    @Override
    public CausalGraphEngine causalGraph() {
        return new TapedGraph();
    }

    private final class TapedGraph extends Taped<CausalGraphEngine> implements CausalGraphEngine {
        TapedGraph() {
            super("causal_graph", live::causalGraph);
        }

        @Override
        public CausalGraph graph(CausalGraphEngine.Request request, EngineContext context) {
            return answer("graph", request, CausalGraph.class, context, in -> engine().graph(request, in));
        }
    }

    @Override
    public PopulationSynthesizer populationSynthesizer() {
        return new TapedSynthesizer();
    }

    private final class TapedSynthesizer extends Taped<PopulationSynthesizer> implements PopulationSynthesizer {
        TapedSynthesizer() {
            super("population_synthesizer", live::populationSynthesizer);
        }

        @Override
        public Population synthesize(PopulationSynthesizer.Request request, EngineContext context) {
            return answer("synthesize", request, Population.class, context, in -> engine().synthesize(request, in));
        }

        @Override
        public NetworkView network(NetworkRequest request, EngineContext context) {
            return answer("network", request, NetworkView.class, context, in -> engine().network(request, in));
        }
    }

    @Override
    public SimulationEngine simulation() {
        return simulation;
    }

    @Override
    public Optional<Reasoner> graphOfThoughts() {
        return live.graphOfThoughts().map(reasoner -> new TapedReasoner("graph_of_thoughts", reasoner));
    }

    @Override
    public Optional<Reasoner> treeSearch() {
        return live.treeSearch().map(reasoner -> new TapedReasoner("tree_search", reasoner));
    }

    @Override
    public Optional<Reasoner> debate() {
        return live.debate().map(reasoner -> new TapedReasoner("debate", reasoner));
    }

    private final class TapedReasoner extends Taped<Reasoner> implements Reasoner {
        TapedReasoner(String name, Reasoner reasoner) {
            super(name, () -> reasoner);
        }

        @Override
        public Reasoning reason(Reasoner.Request request, EngineContext context) {
            return answer("reason", request, Reasoning.class, context, in -> engine().reason(request, in));
        }
    }

    @Override
    public FrameExporter frameExporter() {
        return new TapedExporter();
    }

    private final class TapedExporter extends Taped<FrameExporter> implements FrameExporter {
        TapedExporter() {
            super("frame_exporter", live::frameExporter);
        }

        @Override
        public void export(Iterable<Frame> frames, DataFormat format, OutputStream out) throws IOException {
            var all = new ArrayList<Frame>();
            frames.forEach(all::add);
            out.write(tape.kept(answer(
                            "export",
                            new Wire.Export(all, format),
                            Wire.File.class,
                            () -> new Wire.File(tape.keep(FrameFiles.written(engine(), all, format))))
                    .content()));
        }
    }

    @Override
    public EnsembleAggregator ensembleAggregator() {
        return new TapedAggregator();
    }

    private final class TapedAggregator extends Taped<EnsembleAggregator> implements EnsembleAggregator {
        TapedAggregator() {
            super("ensemble_aggregator", live::ensembleAggregator);
        }

        @Override
        public List<String> backtestOrigins(DataPackage data, PredictionTask task) {
            return answer(
                            "backtest_origins",
                            new Wire.Modelled(task, data),
                            Wire.Origins.class,
                            () -> new Wire.Origins(engine().backtestOrigins(data, task)))
                    .months();
        }

        @Override
        public Forecast aggregate(EnsembleAggregator.Request request, EngineContext context) {
            return answer("aggregate", request, Forecast.class, context, in -> engine().aggregate(request, in));
        }
    }

    @Override
    public ExplanationGenerator explanationGenerator() {
        return new TapedGenerator();
    }

    private final class TapedGenerator extends Taped<ExplanationGenerator> implements ExplanationGenerator {
        TapedGenerator() {
            super("explanation_generator", live::explanationGenerator);
        }

        @Override
        public List<String> sectionTypes() {
            return answer(
                            "section_types",
                            new Wire.Nothing(),
                            Wire.Sections.class,
                            () -> new Wire.Sections(engine().sectionTypes()))
                    .types();
        }

        @Override
        public ReportContent explain(ExplanationGenerator.Request request, EngineContext context) {
            return answer("explain", request, ReportContent.class, context, in -> engine().explain(request, in));
        }

        @Override
        public ScenarioComparison compare(ExplanationGenerator.CompareRequest request, EngineContext context) {
            return answer("compare", request, ScenarioComparison.class, context, in -> engine().compare(request, in));
        }
    }
}
