package io.futureos.studio.engines.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.action.Template;
import io.futureos.studio.engine.CausalGraphEngine;
import io.futureos.studio.engine.CausalGraphEngine.CausalGraph;
import io.futureos.studio.engine.CausalGraphEngine.StatedEdge;
import io.futureos.studio.engine.DataOrchestrator.BuildRequest;
import io.futureos.studio.engine.DataOrchestrator.PinnedSource;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EnsembleAggregator;
import io.futureos.studio.engine.EnsembleAggregator.Absent;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.Member;
import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import io.futureos.studio.engine.ExplanationGenerator;
import io.futureos.studio.engine.ExplanationGenerator.ScenarioResult;
import io.futureos.studio.engine.ExplanationGenerator.SimulationSummary;
import io.futureos.studio.engine.IntentParser;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.PopulationSynthesizer;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.engine.SimulationEngine.Hindcast;
import io.futureos.studio.engine.SimulationEngine.Outcome;
import io.futureos.studio.engine.SimulationEngine.SimulationRun;
import io.futureos.studio.engines.local.data.BlobsInMemory;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.report.ReportContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quickstart's question goes through all local engines, as the Studio would call them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalEnginesTest {

    private static final int HOUSEHOLDS = 1_000;
    private static final int REPLICATES = 50;
    private static final int ORIGINS = 4;
    private static final int HORIZON = 12;
    private static final long SEED = 11;

    private static final Journey NORWAY = Journey.from(NorwayFixture.FOLDER);

    /** Everything that the engines hand out on the way from the question to the report. */
    private record Journey(
            PredictionTask task,
            DataPackage data,
            Population population,
            Outcome outcome,
            List<Hindcast> hindcasts,
            Forecast forecast,
            CausalGraph graph,
            ReportContent report) {

        static Journey from(Path folder) {
            LocalEngines engines = LocalEngines.readingFrom(folder);
            EngineContext context = new BlobsInMemory();
            PredictionTask task = task(engines, context);
            DataPackage data = data(engines, task, context);
            Population population = engines.populationSynthesizer()
                    .synthesize(
                            new PopulationSynthesizer.Request(
                                    data, NorwayFixture.populationConfig(), Map.of(), Map.of(), HOUSEHOLDS, SEED),
                            context);
            SimulationEngine.Request request = request(task, data, population);
            Outcome outcome = outcome(engines.simulation().start(request, context), context);
            List<String> origins = engines.ensembleAggregator().backtestOrigins(data, task);
            List<Hindcast> hindcasts = engines.simulation()
                    .hindcast(request, origins.subList(origins.size() - ORIGINS, origins.size()), HORIZON, context);
            Forecast forecast = engines.ensembleAggregator()
                    .aggregate(
                            new EnsembleAggregator.Request(
                                    task,
                                    data,
                                    List.of(new Member("simulation", outcome.paths(), hindcasts)),
                                    List.of(),
                                    List.of(new Absent("debate", "not wired")),
                                    outcome.effect(),
                                    HORIZON,
                                    SEED),
                            context);
            CausalGraph graph = engines.causalGraph()
                    .graph(
                            new CausalGraphEngine.Request(
                                    data,
                                    List.of(new StatedEdge("vat_exemption", "battery_electric_share", "assumed"))),
                            context);
            ReportContent report = engines.explanationGenerator()
                    .explain(report(engines, task, data, population, graph, outcome, forecast), context);
            return new Journey(task, data, population, outcome, hindcasts, forecast, graph, report);
        }

        private static PredictionTask task(LocalEngines engines, EngineContext context) {
            Template template = NorwayFixture.template();
            return engines.intentParser()
                    .parse(
                            new IntentParser.Request(
                                    Objects.requireNonNull(template.question()),
                                    template.asOf(),
                                    engines.dataOrchestrator()
                                            .vocabulary(NorwayFixture.template().sources())),
                            context);
        }

        private static DataPackage data(LocalEngines engines, PredictionTask task, EngineContext context) {
            List<PinnedSource> pinned = new ArrayList<>();
            for (DataSource source : NorwayFixture.template().sources()) {
                pinned.add(new PinnedSource(
                        source,
                        engines.dataOrchestrator().fetch(source, context).raw()));
            }
            return engines.dataOrchestrator().build(new BuildRequest(pinned, List.of(), task), context);
        }

        private static SimulationEngine.Request request(PredictionTask task, DataPackage data, Population population) {
            Map<String, Object> config = NorwayFixture.simulationConfig();
            config.put("replicates", REPLICATES);
            return new SimulationEngine.Request(
                    task, data, population, Map.of(), Map.of(), List.of(), config, HORIZON, SEED);
        }

        private static Outcome outcome(SimulationRun run, EngineContext context) {
            while (run.tick() < run.totalTicks()) {
                run.step(context);
            }
            return Objects.requireNonNull(run.outcome());
        }

        private static ExplanationGenerator.Request report(
                LocalEngines engines,
                PredictionTask task,
                DataPackage data,
                Population population,
                CausalGraph graph,
                Outcome outcome,
                Forecast forecast) {
            var summary = new SimulationSummary(REPLICATES, HORIZON, SEED, outcome.parameters(), outcome.caveats());
            return new ExplanationGenerator.Request(
                    "Norway goes electric",
                    task,
                    data,
                    population,
                    graph,
                    List.of(new ScenarioResult(
                            "As things stand", "", Map.of(), Map.of(), List.of(), summary, forecast)),
                    ReportConfig.standard(),
                    List.of(engines.simulation().provenance()));
        }

        /** What the figures up to as-of determine; the rest says where they came from. */
        private Journey figuresOnly(Journey other) {
            return new Journey(task, other.data, population, outcome, hindcasts, forecast, graph, other.report);
        }
    }

    @Test
    void the_forecast_is_one_that_somebody_could_have_made_at_the_end_of_2024() {
        Forecast forecast = NORWAY.forecast;

        assertThat(forecast.whole().q50()).isBetween(0.85, 0.99);
        assertThat(forecast.whole().q95() - forecast.whole().q05()).isBetween(0.01, 0.25);
        assertThat(forecast.eventProbability()).isBetween(0.0, 1.0);
        assertThat(forecast.periods())
                .extracting(Quantiles::period)
                .hasSize(HORIZON)
                .startsWith("2025-01");
        assertThat(Stream.concat(forecast.periods().stream(), Stream.of(forecast.whole())))
                .allSatisfy(period -> assertThat(List.of(
                                0.0,
                                period.q05(),
                                period.q10(),
                                period.q25(),
                                period.q50(),
                                period.q75(),
                                period.q90(),
                                period.q95(),
                                1.0))
                        .isSorted());
        assertThat(forecast.members().stream()
                        .mapToDouble(member -> member.weight())
                        .sum())
                .isBetween(0.999, 1.001);
    }

    @Test
    void the_report_shows_the_forecast_and_who_was_not_asked() {
        String headline = NORWAY.report.sections().get(0).contentHtml();

        assertThat(headline).contains(String.format(Locale.ROOT, "%.0f", 100 * NORWAY.forecast.eventProbability()));
        assertThat(NORWAY.report.appendix().caveats()).anyMatch(caveat -> caveat.contains("not wired"));
        assertThat(NORWAY.graph.edges()).anyMatch(edge -> edge.evidence().equals("stated"));
    }

    @Test
    void a_month_after_as_of_changes_no_figure(@TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.list(NorwayFixture.FOLDER)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.writeString(folder.resolve("new-cars.csv"), "2025-01,10000,1000\n", StandardOpenOption.APPEND);

        Journey planted = Journey.from(folder);

        assertThat(planted.data.sources().get(0).rowsAfterAsOf()).isEqualTo(1);
        assertThat(planted.data.content()).isEqualTo(NORWAY.data.content());
        assertThat(bytes(planted.figuresOnly(NORWAY))).isEqualTo(bytes(NORWAY));
    }

    @Test
    void asked_again_the_engines_say_the_same_byte_for_byte() {
        assertThat(bytes(Journey.from(NorwayFixture.FOLDER))).isEqualTo(bytes(NORWAY));
    }

    @Test
    void another_language_and_time_zone_change_no_byte() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            // Turkish has its own upper-case i; Thai digits show wherever a number is written for people.
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-thai-ca-buddhist"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

            assertThat(bytes(Journey.from(NorwayFixture.FOLDER))).isEqualTo(bytes(NORWAY));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static String bytes(Journey journey) {
        return StudioJson.write(StudioJson.toOpen(journey));
    }
}
