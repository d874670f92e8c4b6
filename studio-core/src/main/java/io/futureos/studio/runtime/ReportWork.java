package io.futureos.studio.runtime;

import io.futureos.studio.engine.CausalGraphEngine;
import io.futureos.studio.engine.CausalGraphEngine.CausalGraph;
import io.futureos.studio.engine.CausalGraphEngine.StatedEdge;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.Engine;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.engine.ExplanationGenerator;
import io.futureos.studio.engine.ExplanationGenerator.ScenarioResult;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportId;
import io.futureos.studio.model.Scenario;
import io.futureos.studio.report.GeneratedReport;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.workflow.Inputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

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
        CausalGraph graph =
                engines.causalGraph().graph(new CausalGraphEngine.Request(data, stated(project, task)), job);
        job.phase(0.4, 1);
        ReportContent content = generator.explain(
                new ExplanationGenerator.Request(
                        project.get(Cells.projectName()).orElse(""),
                        task,
                        data,
                        job.current(Lane.POPULATION, Population.class),
                        graph,
                        scenarios(job),
                        project.get(Cells.reportConfig()).orElseGet(ReportConfig::standard),
                        provenances()),
                job);
        return filed(job, content);
    }

    private Finished filed(Job job, ReportContent content) {
        var report = new GeneratedReport(new ReportId(job.newId()), job.projectId(), job.now(), content, Map.of());
        Inputs inputs =
                Objects.requireNonNull(job.assessment().lane(Lane.REPORT).inputs());
        Output output = job.output(
                report.reportId().value(),
                Fingerprint.of(StudioJson.writeBytes(content)),
                job.storeJson(report),
                Map.of("report_id", report.reportId().toString()),
                inputs,
                generator);
        return Finished.done("Generated the report", result -> result.made(Lane.REPORT, inputs.fingerprint(), output));
    }

    private static List<ScenarioResult> scenarios(Job job) {
        var results = new ArrayList<ScenarioResult>();
        for (Scenario scenario : Scenario.allIn(job.project())) {
            Output current = job.assessment().lane(Lane.scenario(scenario.id())).current();
            if (current != null) {
                ScenarioRun run = job.result(current, ScenarioRun.class);
                results.add(new ScenarioResult(
                        scenario.name(),
                        scenario.description(),
                        scenario.overrides(),
                        OpenValue.map(scenario.adjustments()),
                        scenario.shocks(),
                        run.simulation(),
                        run.forecast(),
                        Objects.requireNonNullElse(run.reasonings(), List.of())));
            }
        }
        return results;
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

    /** The influences that the analyst claims by giving the simulation drivers. */
    static List<StatedEdge> stated(Project project, PredictionTask task) {
        Object drivers = project.get(Cells.simulationConfig()).orElse(Map.of()).get("drivers");
        var edges = new ArrayList<StatedEdge>();
        if (drivers instanceof List<?> list) {
            for (Object driver : list) {
                if (driver instanceof Map<?, ?> fields && fields.get("variable") instanceof String variable) {
                    edges.add(new StatedEdge(variable, task.targetVariable(), String.valueOf(fields.get("reason"))));
                }
            }
        }
        return edges;
    }
}
