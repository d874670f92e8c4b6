package io.futureos.studio.runtime;

import io.futureos.studio.JobOperations;
import io.futureos.studio.ProjectOperations;
import io.futureos.studio.ReportOperations;
import io.futureos.studio.WorkbenchOperations;
import io.futureos.studio.decide.Limits;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.live.LiveChannel;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.Lane;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ResourceResolver;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.workflow.WorkflowGraph;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Everything that works behind the facade, put together once. */
public final class StudioRuntime {

    private final Engines engines;
    private final BlobStore blobs;
    private final LiveChannel live;
    private final Supplier<UUID> ids;
    private final WorkflowGraph graph;
    private final JobBoard board;
    private final OneWay oneWay;

    public StudioRuntime(
            Storage storage,
            Engines engines,
            List<ReportExporter> exporters,
            ResourceResolver resources,
            LiveChannel live,
            Clock clock,
            Supplier<UUID> ids,
            Executor executor,
            WorkflowGraph graph,
            Limits limits) {
        this.engines = engines;
        this.blobs = storage.blobs();
        this.live = live;
        this.ids = ids;
        this.graph = graph;
        this.board = new JobBoard(live);
        var byFormat = new EnumMap<ExportFormat, ReportExporter>(ExportFormat.class);
        exporters.forEach(exporter -> byFormat.put(exporter.format(), exporter));
        var desks = new Desks(storage.journal());
        var jobs = new JobRunner(
                desks, blobs, board, executor, ids, clock, works(engines, byFormat, resources), this::oneWay);
        this.oneWay = new OneWay(storage.journal(), desks, live, clock, ids, graph, limits, byFormat.keySet(), jobs);
    }

    private static Map<Lane.Kind, LaneWork> works(
            Engines engines, Map<ExportFormat, ReportExporter> byFormat, ResourceResolver resources) {
        var question = new QuestionWork(engines);
        var works = new EnumMap<Lane.Kind, LaneWork>(Lane.Kind.class);
        works.put(Lane.Kind.QUESTION, question);
        works.put(Lane.Kind.DATA, new DataWork(engines, question));
        works.put(Lane.Kind.POPULATION, new PopulationWork(engines));
        works.put(Lane.Kind.SCENARIO, new ScenarioWork(engines));
        works.put(Lane.Kind.REPORT, new ReportWork(engines));
        works.put(Lane.Kind.EXPORT, new ExportWork(byFormat, resources));
        return works;
    }

    private OneWay oneWay() {
        return oneWay;
    }

    public ProjectOperations projects() {
        return new ProjectService(oneWay, live, ids);
    }

    public WorkbenchOperations workbench() {
        return new WorkbenchService(oneWay, engines, blobs, graph);
    }

    public ReportOperations reports() {
        return new ReportService(oneWay, blobs);
    }

    public JobOperations jobs() {
        return new JobService(oneWay, board);
    }
}
