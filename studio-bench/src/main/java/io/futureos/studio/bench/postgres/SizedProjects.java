package io.futureos.studio.bench.postgres;

import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.bench.BenchProject;
import io.futureos.studio.bench.postgres.Floor.Document;
import io.futureos.studio.change.JournalForm;
import io.futureos.studio.change.Revision;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.Journal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is measured of projects of one size: saves, loads, actions. */
final class SizedProjects implements AutoCloseable {

    private static final int ACTIONS = 600;
    private static final double AIM_OF_ACTING = 1.5;

    private final BenchDatabase database;
    private final Size size;
    private final Report report;
    private final Floor floor;
    private final List<BenchProject> projects = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();
    private int acted;

    SizedProjects(BenchDatabase database, Size size, Report report) throws SQLException {
        this.database = database;
        this.size = size;
        this.report = report;
        this.floor = database.floor();
        for (int i = 0; i < size.projects(); i++) {
            BenchProject project = size.newProject(database.storage());
            projects.add(project);
            documents.add(Document.of(load(project.studioOfItsOwn(), project)));
            floor.create(documents.get(i));
        }
        report.add(
                "a state of " + size,
                "%,d bytes".formatted(documents.get(0).snapshot().length()),
                "");
    }

    private static ProjectState load(StudioOrchestrator studio, BenchProject project) {
        return studio.projects().load(project.id(), BenchProject.ANALYST);
    }

    /** First, while the states are as large as they are called: each save and each action adds to the log. */
    void save() throws SQLException {
        var turn = new int[2];
        Paired save = Paired.measure(
                size.turns(),
                () -> {
                    int version = 2 + turn[0] / projects.size();
                    floor.save(documents.get(turn[0]++ % projects.size()), version);
                },
                () -> {
                    BenchProject project = projects.get(turn[1]++ % projects.size());
                    project.studioOfItsOwn().projects().save(project.id(), BenchProject.ANALYST, "To measure");
                });
        report.add("save with version", size, save, size.aimOfSaving());
    }

    void load() throws SQLException {
        BenchProject project = projects.get(0);
        project.writeCheckpoint();
        var strangers = new ArrayList<StudioOrchestrator>();
        Paired cold = Paired.measure(
                size.turns(),
                () -> floor.load(project.id().value()),
                () -> strangers.add(project.strangeStudio()),
                () -> lookThrough(load(strangers.get(strangers.size() - 1), project)));
        strangers.forEach(StudioOrchestrator::close);
        report.add("load at a node that has never seen it", size, cold, size.aimOfLoading());
        Paired warm = Paired.measure(
                size.turns(),
                () -> floor.load(project.id().value()),
                () -> lookThrough(load(project.studioOfItsOwn(), project)));
        report.add("load at a node that knows it", size, warm, size.aimOfLoading());
    }

    /** Lists in a state may be made when they are looked at first. */
    private static void lookThrough(ProjectState state) {
        long length = 0;
        for (var entry : state.modificationLog()) {
            length += entry.summary().length();
        }
        for (var override : state.workbenchStates().data().overrides()) {
            length += override.field().length();
        }
        if (length == 0) {
            throw new IllegalStateException("The state of project " + state.projectId() + " has nothing in it");
        }
    }

    void act() throws SQLException {
        BenchProject project = projects.get(0);
        edit();
        byte[] row = newestRow(project);
        var revision = new long[1];
        Paired action =
                Paired.measure(ACTIONS, () -> floor.append(project.id().value(), ++revision[0], row), this::edit);
        report.add("one action", size, action, AIM_OF_ACTING);
        report.add("bytes of an action's row, " + size, "%,d".formatted(row.length), "");
    }

    /** Last: the Studio's copy of the project lies behind the journal after this. */
    void append() throws SQLException {
        BenchProject project = projects.get(0);
        Journal journal = database.storage().journal();
        ProjectSummary summary =
                database.storage().projects().find(project.id()).orElseThrow();
        byte[] row = newestRow(project);
        UUID stream = UUID.randomUUID();
        var revision = new long[1];
        var newest = new Revision[] {newest(project)};
        Paired append = Paired.measure(
                ACTIONS,
                () -> floor.append(stream, ++revision[0], row),
                () -> newest[0] = following(newest[0]),
                () -> journal.append(project.id(), new Commit(newest[0], summary, null, null)));
        report.add("the storage's part of an action", size, append, null);
    }

    private static Revision following(Revision revision) {
        return new Revision(
                revision.number() + 1,
                UUID.randomUUID(),
                revision.actor(),
                revision.at(),
                revision.workbench(),
                revision.action(),
                revision.summary(),
                revision.reversible(),
                null,
                null,
                revision.changes());
    }

    private void edit() {
        BenchProject project = projects.get(acted % projects.size());
        var edits = project.editsOf(0);
        project.execute(edits.get(acted++ / projects.size() % edits.size()));
    }

    private byte[] newestRow(BenchProject project) {
        return StudioJson.writeBytes(new JournalForm().write(newest(project)));
    }

    private Revision newest(BenchProject project) {
        Journal journal = database.storage().journal();
        return journal.find(project.id(), journal.head(project.id())).orElseThrow();
    }

    void count() throws SQLException {
        Written before = Written.upToNow(database);
        for (int i = 0; i < ACTIONS; i++) {
            edit();
        }
        Written.upToNow(database).since(before).tell(report, size, ACTIONS);
    }

    @Override
    public void close() throws SQLException {
        floor.close();
        projects.forEach(BenchProject::close);
    }
}
