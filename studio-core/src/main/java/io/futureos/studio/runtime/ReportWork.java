package io.futureos.studio.runtime;

import io.futureos.studio.decide.Inquiry.Compared;
import io.futureos.studio.engine.CausalGraphEngine.CausalGraph;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.Engine;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.EngineUnavailableException;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.ExplanationGenerator;
import io.futureos.studio.engine.ExplanationGenerator.Resolved;
import io.futureos.studio.engine.ExplanationGenerator.ScenarioResult;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.ScenarioComparison;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Defaults;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.PublishedForecast;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportId;
import io.futureos.studio.model.Resolution;
import io.futureos.studio.model.Scenario;
import io.futureos.studio.model.TrackRecord;
import io.futureos.studio.report.ForecastScores;
import io.futureos.studio.report.GeneratedReport;
import io.futureos.studio.report.OverrideReview;
import io.futureos.studio.report.Provenance;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.workflow.AskedQuestion;
import io.futureos.studio.workflow.Inputs;
import io.futureos.studio.workflow.Pins;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the report about the scenarios whose runs are up to date. */
final class ReportWork implements LaneWork {

    private final Engines engines;
    private final ExplanationGenerator generator;

    ReportWork(Engines engines) {
        this.engines = engines;
        this.generator = engines.explanationGenerator();
    }

    @Override
    public Finished run(Job job) {
        Project project = job.project();
        PredictionTask task = job.current(Lane.QUESTION, PredictionTask.class);
        DataPackage data = job.current(Lane.DATA, DataPackage.class);
        job.phase(0, 0.4);
        CausalGraph graph = engines.causalGraph().graph(AnalystsGraph.request(project, task, data), job);
        List<Reported> reported = reported(job);
        job.phase(0.4, 0.5);
        ScenarioComparison comparison = comparison(job, task, data, reported);
        job.phase(0.5, 1);
        ReportContent content = generator.explain(
                new ExplanationGenerator.Request(
                        project.get(Cells.projectName()).orElse(""),
                        task,
                        data,
                        job.current(Lane.POPULATION, Population.class),
                        graph,
                        reported.stream().map(Reported::result).toList(),
                        project.get(Cells.reportConfig())
                                .orElseGet(ReportConfig::standard)
                                .withoutLook(),
                        provenances(),
                        resolved(job),
                        comparison),
                job);
        return filed(job, content, headline(job, task, data, reported.get(0)));
    }

    /** How the question turned out, and what the last forecast before that is worth. */
    private static @Nullable Resolved resolved(Job job) {
        TrackRecord record = TrackRecord.of(job.project());
        Resolution resolution = record.resolution();
        if (resolution == null) {
            return null;
        }
        PublishedForecast last = record.last().map(TrackRecord.Entry::forecast).orElse(null);
        return new Resolved(
                resolution.answer(),
                resolution.value(),
                resolution.knownAt(),
                resolution.source(),
                last == null ? null : (Double) last.probability(),
                last == null ? null : scores(job, last, resolution),
                review(job));
    }

    private static ForecastScores scores(Job job, PublishedForecast forecast, Resolution resolution) {
        return StudioJson.read(job.read(forecast.details()), ForecastDetails.class)
                .scores(forecast.probability(), resolution);
    }

    /** What the assumptions were worth, if that was found out for this outcome and that forecast. */
    private static @Nullable OverrideReview review(Job job) {
        Output found = job.assessment().lane(Lane.RESOLUTION).current();
        return found == null ? null : job.result(found, OverrideReview.class);
    }

    /** What the headline forecasts, with everything that it would take to make the forecast again. */
    private static PublishedForecast headline(Job job, PredictionTask task, DataPackage data, Reported first) {
        Scenario scenario = first.scenario();
        Forecast forecast = first.run().forecast();
        Output question = made(job, Lane.QUESTION);
        var needed = new LinkedHashSet<BlobKey>();
        for (Lane lane : List.of(Lane.QUESTION, Lane.DATA, Lane.POPULATION)) {
            needed.add(made(job, lane).result());
        }
        Pins.of(job.project()).values().forEach(pin -> needed.add(pin.key()));
        return new PublishedForecast(
                scenario.id(),
                forecast.eventProbability(),
                asOf(task, data),
                AskedQuestion.of(question).fingerprint(),
                job.ref().revision(),
                job.storeJson(ForecastDetails.of(scenario.name(), forecast)),
                List.copyOf(needed));
    }

    private static String asOf(PredictionTask task, DataPackage data) {
        return task.asOf() == null ? Objects.requireNonNull(data.asOf(), "the package's as-of month") : task.asOf();
    }

    private Finished filed(Job job, ReportContent content, PublishedForecast headline) {
        Inputs inputs =
                Objects.requireNonNull(job.assessment().lane(Lane.REPORT).inputs());
        var report = new GeneratedReport(
                new ReportId(job.newId()), job.projectId(), job.now(), content, Map.of(), provenance(job, inputs));
        Output output = job.output(
                report.reportId().value(),
                Fingerprint.of(StudioJson.writeBytes(content)),
                job.storeJson(report),
                Map.of("report_id", report.reportId().toString()),
                inputs,
                generator);
        return Finished.done(
                "Generated the report",
                result ->
                        result.made(Lane.REPORT, inputs.fingerprint(), output).published(report.reportId(), headline));
    }

    /** A scenario that the report is about: one whose run is up to date. */
    private record Reported(Scenario scenario, Output outcome, ScenarioRun run) {

        Compared compared() {
            return new Compared(scenario.id(), scenario.name(), outcome, false);
        }

        ScenarioResult result() {
            return new ScenarioResult(
                    scenario.name(),
                    scenario.description(),
                    scenario.overrides(),
                    OpenValue.map(scenario.adjustments()),
                    scenario.shocks(),
                    run.simulation(),
                    run.forecast(),
                    Objects.requireNonNullElse(run.reasonings(), List.of()));
        }
    }

    /** In the analyst's order. */
    private static List<Reported> reported(Job job) {
        var reported = new ArrayList<Reported>();
        for (Scenario scenario : Scenario.allIn(job.project())) {
            Output outcome = job.assessment().lane(Lane.scenario(scenario.id())).current();
            if (outcome != null) {
                reported.add(new Reported(scenario, outcome, job.result(outcome, ScenarioRun.class)));
            }
        }
        return reported;
    }

    /** How the scenarios differ; a report can be written without it. */
    private @Nullable ScenarioComparison comparison(
            Job job, PredictionTask task, DataPackage data, List<Reported> reported) {
        if (reported.isEmpty()) {
            return null;
        }
        var runs = new ComparedRuns(
                job.project(),
                job.assessment(),
                reported.stream().map(Reported::compared).toList(),
                reported.stream().map(Reported::run).toList());
        try {
            return generator.compare(runs.request(made(job, Lane.QUESTION), task, made(job, Lane.DATA), data), job);
        } catch (EngineUnavailableException away) {
            throw away; // trying again may help
        } catch (EngineException refused) {
            return null;
        }
    }

    private static Output made(Job job, Lane lane) {
        return Objects.requireNonNull(job.assessment().lane(lane).current());
    }

    private Provenance provenance(Job job, Inputs inputs) {
        Project project = job.project();
        var fingerprints = new TreeMap<>(inputs.groups());
        Pins.of(project)
                .forEach((source, pin) ->
                        fingerprints.put("raw/" + source, pin.key().toString()));
        Object simulation =
                project.get(Cells.simulationConfig()).orElse(Map.of()).get("seed");
        var seeds = new TreeMap<String, Object>();
        seeds.put("population", project.get(Cells.populationSeed()).orElse(Defaults.SEED));
        seeds.put("simulation", simulation instanceof Long given ? given : Defaults.SEED);
        return new Provenance(
                job.ref().revision(),
                project.get(Cells.version()).orElse(0L),
                fingerprints,
                seeds,
                provenances().stream()
                        .map(engine -> new Provenance.Maker(engine.name(), engine.version()))
                        .toList());
    }

    private List<Engine.Provenance> provenances() {
        Stream<Engine> always = Stream.of(
                engines.intentParser(),
                engines.dataOrchestrator(),
                engines.causalGraph(),
                engines.populationSynthesizer(),
                engines.simulation(),
                engines.ensembleAggregator(),
                generator);
        Stream<Engine> wired = Stream.of(engines.graphOfThoughts(), engines.treeSearch(), engines.debate())
                .flatMap(reasoner -> reasoner.stream());
        return Stream.concat(always, wired).map(Engine::provenance).toList();
    }
}
