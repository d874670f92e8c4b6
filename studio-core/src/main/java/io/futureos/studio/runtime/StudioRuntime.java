package io.futureos.studio.runtime;

import io.futureos.studio.CollaborationOperations;
import io.futureos.studio.JobOperations;
import io.futureos.studio.ProjectOperations;
import io.futureos.studio.ReportOperations;
import io.futureos.studio.TemplateOperations;
import io.futureos.studio.WorkbenchOperations;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.Lane;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.storage.Storage;
import java.util.EnumMap;
import java.util.Map;

/** Everything that works behind the facade, put together once. */
public final class StudioRuntime implements AutoCloseable {

    private final ProjectService projects;
    private final WorkbenchService workbench;
    private final ReportService reports;
    private final CollaborationService collaboration;
    private final TemplateService templates;
    private final JobService jobs;
    private final Housekeeper housekeeper;
    private final Postman postman;
    private final boolean delivers;
    private final JobDispatch dispatch;
    private final JobRunner runner;

    /** Puts it together. */
    public StudioRuntime(Wiring wiring) {
        Storage storage = wiring.storage();
        BlobStore blobs = storage.blobs();
        var byFormat = new EnumMap<ExportFormat, ReportExporter>(ExportFormat.class);
        wiring.exporters().forEach(exporter -> byFormat.put(exporter.format(), exporter));
        var board = new JobBoard(wiring.live().channel(), storage.jobStatuses(), wiring.clock());
        var saving = new Saving(storage.checkpoints());
        var versioning = new Versioning(storage.versions(), blobs, wiring.limits());
        var desks = new Desks(storage.journal(), saving);
        this.dispatch = new JobDispatch(board);
        var oneWay = new OneWay(wiring, desks, byFormat.keySet(), dispatch);
        this.runner = new JobRunner(
                new JobTools(desks, blobs, board, wiring.ids(), wiring.clock()),
                works(wiring, new ReportFiles(byFormat, wiring.resources())),
                wiring.retries(),
                oneWay);
        var presence = new Presence(wiring.live(), desks, wiring.clock());
        this.templates =
                new TemplateService(oneWay, wiring.access(), storage.templates(), wiring.clock(), wiring.ids());
        this.projects = new ProjectService(
                oneWay,
                wiring.access(),
                storage.projects(),
                versioning,
                templates,
                wiring.live().channel(),
                presence,
                wiring.ids());
        this.workbench = new WorkbenchService(
                oneWay, blobs, new Responses(wiring.engines(), blobs, wiring.workflow(), presence));
        this.reports = new ReportService(oneWay, blobs);
        this.collaboration =
                new CollaborationService(oneWay, presence, wiring.live().drafts(), wiring.ids());
        this.jobs = new JobService(oneWay, board, storage.journal());
        this.housekeeper = new Housekeeper(
                storage, saving, versioning, wiring.versions(), oneWay, desks, dispatch, wiring.clock());
        this.postman = new Postman(storage.projects(), desks, oneWay, wiring.clock());
        this.delivers = wiring.delivery().isPresent();
        dispatch.open(storage.jobs(), runner, wiring.executor());
    }

    private static Map<Lane.Kind, LaneWork> works(Wiring wiring, ReportFiles files) {
        Engines engines = wiring.engines();
        var question = new QuestionWork(engines);
        var works = new EnumMap<Lane.Kind, LaneWork>(Lane.Kind.class);
        works.put(Lane.Kind.QUESTION, question);
        works.put(Lane.Kind.DATA, new DataWork(engines, question));
        works.put(Lane.Kind.POPULATION, new PopulationWork(engines));
        works.put(Lane.Kind.SCENARIO, new ScenarioWork(engines));
        works.put(Lane.Kind.REPORT, new ReportWork(engines));
        works.put(Lane.Kind.EXPORT, new ExportWork(files));
        works.put(Lane.Kind.DELIVERY, new DeliveryWork(wiring.delivery().orElse(DeliveryWork.NOBODY), files));
        return works;
    }

    public ProjectOperations projects() {
        return projects;
    }

    public WorkbenchOperations workbench() {
        return workbench;
    }

    public ReportOperations reports() {
        return reports;
    }

    public CollaborationOperations collaboration() {
        return collaboration;
    }

    public TemplateOperations templates() {
        return templates;
    }

    /** Says that this node lives, and takes jobs that are due. */
    public void poll() {
        dispatch.poll();
    }

    /** Takes no more jobs, and leaves those that run and are interrupted from now on to other nodes. */
    @Override
    public void close() {
        runner.close();
        dispatch.close();
    }

    /** Does what is due by the clock. */
    public void sweep() {
        housekeeper.sweep();
        if (delivers) {
            postman.sweep();
        }
    }

    public JobOperations jobs() {
        return jobs;
    }
}
