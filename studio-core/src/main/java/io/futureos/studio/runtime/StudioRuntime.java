package io.futureos.studio.runtime;

import io.futureos.studio.CollaborationOperations;
import io.futureos.studio.JobOperations;
import io.futureos.studio.ProjectOperations;
import io.futureos.studio.ReportOperations;
import io.futureos.studio.TemplateOperations;
import io.futureos.studio.WorkbenchOperations;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.live.LiveChannel;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.Lane;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.storage.Storage;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that works behind the facade, put together once. */
public final class StudioRuntime implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StudioRuntime.class);

    private final ProjectService projects;
    private final WorkbenchService workbench;
    private final ReportService reports;
    private final CollaborationService collaboration;
    private final TemplateService templates;
    private final JobService jobs;
    private final Watches watches;
    private final Rounds rounds;
    private final Map<String, Runnable> chores = new LinkedHashMap<>();
    private final JobDispatch dispatch;
    private final JobRunner runner;

    /** Puts it together. */
    public StudioRuntime(Wiring wiring) {
        Storage storage = wiring.storage();
        BlobStore blobs = storage.blobs();
        var byFormat = new EnumMap<ExportFormat, ReportExporter>(ExportFormat.class);
        wiring.exporters().forEach(exporter -> byFormat.put(exporter.format(), exporter));
        var channel = new Broadcast(wiring.live().channel(), wiring.clock());
        var board = new JobBoard(channel, storage.jobStatuses(), wiring.clock());
        var saving = new Saving(storage.checkpoints());
        var versioning = new Versioning(storage.versions(), blobs, wiring.limits());
        var desks = new Desks(storage.journal(), saving);
        this.dispatch = new JobDispatch(board);
        var oneWay = new OneWay(wiring, desks, channel, byFormat.keySet(), dispatch);
        this.runner = new JobRunner(
                new JobTools(desks, blobs, board, wiring.ids(), wiring.clock()),
                works(wiring, new ReportFiles(byFormat, wiring.resources()), channel),
                wiring.retries(),
                oneWay);
        var presence = new Presence(wiring.live().sessions(), channel, desks, wiring.clock());
        var differences = new Differences(oneWay, presence);
        this.watches = new Watches(wiring, oneWay, channel, differences);
        this.templates =
                new TemplateService(oneWay, wiring.access(), storage.templates(), wiring.clock(), wiring.ids());
        this.projects = new ProjectService(
                oneWay,
                new FirstLook(storage.projects(), new Access(wiring.access()), desks, saving),
                wiring.access(),
                storage.projects(),
                versioning,
                templates,
                watches,
                differences,
                presence,
                wiring.ids());
        this.workbench = new WorkbenchService(
                oneWay, blobs, new Responses(wiring.engines(), blobs, wiring.workflow(), presence));
        this.reports = new ReportService(oneWay, blobs, storage.projects(), wiring.access());
        this.collaboration =
                new CollaborationService(oneWay, presence, wiring.live().drafts(), wiring.ids());
        this.jobs = new JobService(oneWay, board, storage.journal());
        chores.put("look at what other nodes did", watches::lookAround);
        chores.put("put jobs into the queue", new JobRescue(storage.projects(), desks, dispatch)::sweep);
        chores.put(
                "keep house",
                new Housekeeper(storage, saving, versioning, wiring.versions(), oneWay, desks, wiring.clock())::sweep);
        this.rounds = new Rounds(wiring.retention(), storage, oneWay, wiring.clock());
        if (wiring.delivery().isPresent()) {
            chores.put("deliver reports", new Postman(storage.projects(), desks, oneWay, wiring.clock())::sweep);
        }
        dispatch.open(storage.jobs(), runner, wiring.executor());
    }

    private static Map<Lane.Kind, LaneWork> works(Wiring wiring, ReportFiles files, LiveChannel channel) {
        Engines engines = wiring.engines();
        var question = new QuestionWork(engines);
        var works = new EnumMap<Lane.Kind, LaneWork>(Lane.Kind.class);
        works.put(Lane.Kind.QUESTION, question);
        works.put(Lane.Kind.DATA, new DataWork(engines, question));
        works.put(Lane.Kind.POPULATION, new PopulationWork(engines));
        var scenarios = new ScenarioWork(engines, channel);
        works.put(Lane.Kind.SCENARIO, scenarios);
        works.put(Lane.Kind.REPORT, new ReportWork(engines));
        works.put(Lane.Kind.EXPORT, new ExportWork(files));
        works.put(Lane.Kind.RESOLUTION, new ResolutionWork(engines, scenarios));
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
        doing("ask the queue of jobs", dispatch::poll);
    }

    /**
     * Takes no more jobs, leaves those that run and are interrupted from now on to other nodes, and tells watchers nothing
     * more.
     */
    @Override
    public void close() {
        runner.close();
        dispatch.close();
        watches.close();
    }

    /** Does what is due by the clock. What fails does not keep the rest from being done; the next sweep tries it again. */
    public void sweep() {
        chores.forEach(StudioRuntime::doing);
    }

    /** Does a piece of the round in which everything is looked through once a day. It may take longer than a sweep may. */
    public void goRound() {
        doing("let go of what was kept long enough", rounds::goOn);
    }

    private static void doing(String name, Runnable chore) {
        try {
            chore.run();
        } catch (RuntimeException | Error e) { // a timer forgets what threw, and this node would be taken for dead
            LOG.warn("A sweep could not {}; the next one tries again", name, e);
        }
    }

    public JobOperations jobs() {
        return jobs;
    }
}
