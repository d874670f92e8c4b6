package io.futureos.studio.storage.memory;

import io.futureos.studio.engine.CausalGraphEngine;
import io.futureos.studio.engine.DataOrchestrator;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.Engine;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.EngineUnavailableException;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.engine.EnsembleAggregator;
import io.futureos.studio.engine.ExplanationGenerator;
import io.futureos.studio.engine.FrameExporter;
import io.futureos.studio.engine.IntentParser;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.PopulationSynthesizer;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.DataFormat;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.Shock;
import io.futureos.studio.report.ReportAppendix;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.report.ReportSection;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Engines that do in microseconds, on a handful of numbers, what real ones do: every result is a function of the request
 * and of nothing else. Counts how often they were called.
 */
final class TinyEngines
        implements Engines,
                IntentParser,
                DataOrchestrator,
                CausalGraphEngine,
                PopulationSynthesizer,
                SimulationEngine,
                EnsembleAggregator,
                ExplanationGenerator,
                FrameExporter {

    private final AtomicInteger calls = new AtomicInteger();
    private IntConsumer beforeTick = tick -> {};
    private int unavailable;

    /** From now on, each simulated month is preceded by this, on the thread that simulates. */
    void beforeTick(IntConsumer interlude) {
        beforeTick = interlude;
    }

    /** The next fetches find the source away, that many times. */
    void beUnavailable(int times) {
        unavailable = times;
    }

    /** How many engine calls there were that make something. */
    int calls() {
        return calls.get();
    }

    @Override
    public Engine.Provenance provenance() {
        return new Engine.Provenance("tiny", "1");
    }

    @Override
    public IntentParser intentParser() {
        return this;
    }

    @Override
    public DataOrchestrator dataOrchestrator() {
        return this;
    }

    @Override
    public CausalGraphEngine causalGraph() {
        return this;
    }

    @Override
    public PopulationSynthesizer populationSynthesizer() {
        return this;
    }

    @Override
    public SimulationEngine simulation() {
        return this;
    }

    @Override
    public FrameExporter frameExporter() {
        return this;
    }

    @Override
    public EnsembleAggregator ensembleAggregator() {
        return this;
    }

    @Override
    public ExplanationGenerator explanationGenerator() {
        return this;
    }

    /** Understands questions that end in a year, and takes the first variable. */
    @Override
    public PredictionTask parse(IntentParser.Request request, EngineContext context) {
        calls.incrementAndGet();
        String question = request.question();
        String year = question.substring(question.lastIndexOf(' ') + 1).replace("?", "");
        if (!year.matches("\\d{4}") || request.vocabulary().isEmpty()) {
            throw new EngineException("question_unclear", "Ask about a variable in a year, for example: ... in 2025?");
        }
        return new PredictionTask(
                request.question(),
                request.vocabulary().get(0).name(),
                PredictionTask.Comparison.ABOVE,
                0.5,
                year + "-01",
                year + "-12",
                PredictionTask.Occasion.OVER_PERIOD,
                request.asOf());
    }

    @Override
    public List<SourceInfo> explore(List<DataSource> configured, EngineContext context) {
        return configured.stream()
                .map(source ->
                        new SourceInfo(source.name(), source.type(), source.name(), "configured", source.config()))
                .toList();
    }

    /** A source's only variable bears its name. */
    @Override
    public List<Variable> vocabulary(List<DataSource> configured) {
        return configured.stream().map(source -> variable(source.name())).toList();
    }

    private static Variable variable(String name) {
        return new Variable(
                name, name, "share", Variable.Kind.COLUMN, name, Variable.Aggregation.MEAN, null, null, null, 0.0, 1.0);
    }

    @Override
    public Fetched fetch(DataSource source, EngineContext context) {
        calls.incrementAndGet();
        if (unavailable > 0) {
            unavailable--;
            throw new EngineUnavailableException("source_away", "Source " + source.name() + " does not answer.");
        }
        if (source.config().get("broken") instanceof Boolean) {
            throw new EngineException("source_broken", "Source " + source.name() + " can't be read.");
        }
        byte[] raw = StudioJson.writeBytes(source.config());
        return new Fetched(source.name(), context.store(raw), raw.length);
    }

    @Override
    public DataPackage build(BuildRequest request, EngineContext context) {
        calls.incrementAndGet();
        BlobKey manifest = context.store(StudioJson.writeBytes(request));
        return new DataPackage(
                contentOf(List.of(request.sources(), request.overrides())),
                manifest,
                List.of(),
                request.sources().stream()
                        .map(pinned -> variable(pinned.source().name()))
                        .toList(),
                List.of(),
                List.of(),
                "2024-12",
                List.of());
    }

    private static Fingerprint contentOf(Object request) {
        return Fingerprint.of(StudioJson.write(request));
    }

    @Override
    public TablePage preview(PreviewRequest request, EngineContext context) {
        return new TablePage(
                "numbers", List.of("x"), List.of(Arrays.<Object>asList(1L)), request.offset(), 1, List.of());
    }

    @Override
    public CausalGraph graph(CausalGraphEngine.Request request, EngineContext context) {
        return new CausalGraph(
                request.data().variables().stream().map(Variable::name).toList(), List.of());
    }

    @Override
    public Population synthesize(PopulationSynthesizer.Request request, EngineContext context) {
        calls.incrementAndGet();
        Fingerprint content = Fingerprint.of(StudioJson.write(List.of(
                request.data().content().value(),
                request.config(),
                request.adjustments(),
                request.archetypeEdits(),
                request.size(),
                request.seed())));
        return new Population(
                content,
                context.store(content.value().getBytes(StandardCharsets.UTF_8)),
                request.size(),
                List.of(new Population.Dimension("age", "Age", List.of("young", "old"), List.of(0.5, 0.5))),
                List.of(new Population.Archetype("a1", "Everybody", 1, Map.of("age", "young"))),
                new Population.Network(10, 0.3, 0.1),
                new Population.Fit(1, 0, List.of()),
                List.of());
    }

    @Override
    public NetworkView network(NetworkRequest request, EngineContext context) {
        return new NetworkView(List.of(new NetworkView.Node(0, "a1", 0.5, 0.5)), List.of());
    }

    @Override
    public boolean models(PredictionTask task, DataPackage data) {
        return true;
    }

    @Override
    public SimulationRun start(SimulationEngine.Request request, EngineContext context) {
        calls.incrementAndGet();
        return new TinyRun(request, List.of(), 0, beforeTick);
    }

    @Override
    public SimulationRun resume(SimulationEngine.Request request, byte[] checkpoint, EngineContext context) {
        String[] lines = new String(checkpoint, StandardCharsets.UTF_8).split("\n", -1);
        var injected = new ArrayList<Shock>();
        for (String line : List.of(lines).subList(1, lines.length)) {
            String[] parts = line.split(" ", -1);
            injected.add(new Shock(Integer.parseInt(parts[0]), parts[1], Double.parseDouble(parts[2])));
        }
        return new TinyRun(request, injected, Integer.parseInt(lines[0]), beforeTick);
    }

    @Override
    public List<Hindcast> hindcast(
            SimulationEngine.Request request, List<String> origins, int horizon, EngineContext context) {
        return List.of();
    }

    @Override
    public List<String> backtestOrigins(DataPackage data, PredictionTask task) {
        return List.of("2023-12");
    }

    @Override
    public Forecast aggregate(EnsembleAggregator.Request request, EngineContext context) {
        calls.incrementAndGet();
        double level = request.members().get(0).paths().get(0).get(0);
        double probability = Math.max(0, Math.min(1, level));
        var whole = new Quantiles("2025", level, level, level, level, level, level, level);
        return new Forecast(
                probability,
                List.of(whole),
                whole,
                List.of(new MemberWeight("simulation", 1, null, "the only one")),
                new Backtest(List.of(), 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of()),
                List.of());
    }

    @Override
    public List<String> sectionTypes() {
        return List.of("headline");
    }

    @Override
    public ReportContent explain(ExplanationGenerator.Request request, EngineContext context) {
        calls.incrementAndGet();
        String text = "";
        for (ScenarioResult scenario : request.scenarios()) {
            text += "<p>" + scenario.name() + ": " + scenario.forecast().eventProbability() + "</p>";
        }
        return new ReportContent(
                request.projectName(),
                List.of(new ReportSection("Headline", "headline", text, List.of())),
                new ReportAppendix("<p>Tiny.</p>", List.of(), Map.of(), List.of()));
    }

    @Override
    public byte[] export(List<Frame> frames, DataFormat format) {
        return StudioJson.writeBytes(frames);
    }

    /** Adds up what the scenario sets and what shocks it, month by month. */
    private static final class TinyRun implements SimulationRun {
        private final SimulationEngine.Request request;
        private final List<Shock> injected;
        private final IntConsumer beforeTick;
        private int tick;

        TinyRun(SimulationEngine.Request request, List<Shock> injected, int tick, IntConsumer beforeTick) {
            this.beforeTick = beforeTick;
            this.request = request;
            this.injected = new ArrayList<>(injected);
            this.tick = tick;
        }

        @Override
        public int tick() {
            return tick;
        }

        @Override
        public int totalTicks() {
            return request.horizon();
        }

        @Override
        public Frame step(EngineContext context) {
            beforeTick.accept(tick + 1);
            tick++;
            double level = level(tick);
            return new Frame(tick, period(tick), Map.of("median", level, "q10", level, "q90", level));
        }

        private double level(int at) {
            double sum = 0.25;
            for (Object value : request.variableOverrides().values()) {
                sum += value instanceof Number number ? number.doubleValue() / 10 : 0;
            }
            for (Shock shock : request.shocks()) {
                sum += shock.tick() <= at ? shock.magnitude() : 0;
            }
            for (Shock shock : injected) {
                sum += shock.tick() <= at ? shock.magnitude() : 0;
            }
            return sum + Math.floorMod(request.population().content().hashCode(), 100) / 1000.0;
        }

        private static String period(int tick) {
            return YearMonth.of(2024, 12).plusMonths(tick).toString();
        }

        @Override
        public void inject(Shock shock) {
            injected.add(shock);
        }

        @Override
        public byte[] checkpoint() {
            var text = new StringBuilder().append(tick);
            for (Shock shock : injected) {
                text.append('\n').append(shock.tick() + " " + shock.variable() + " " + shock.magnitude());
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Outcome outcome() {
            List<Double> path =
                    IntStream.rangeClosed(1, tick).mapToObj(this::level).toList();
            List<String> periods =
                    IntStream.rangeClosed(1, tick).mapToObj(TinyRun::period).toList();
            return new Outcome(periods, List.of(path), List.of(), Map.of(), List.of());
        }
    }
}
