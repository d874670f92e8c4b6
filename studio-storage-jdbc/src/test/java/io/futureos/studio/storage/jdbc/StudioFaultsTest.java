package io.futureos.studio.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.CollaborationOperations;
import io.futureos.studio.JobOperations;
import io.futureos.studio.ProjectCreate;
import io.futureos.studio.ProjectNotFoundException;
import io.futureos.studio.ProjectOperations;
import io.futureos.studio.ProjectUpdate;
import io.futureos.studio.ReportOperations;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.TemplateOperations;
import io.futureos.studio.WorkbenchOperations;
import io.futureos.studio.access.AccessPolicy;
import io.futureos.studio.action.DataAction.OverrideValue;
import io.futureos.studio.action.DataAction.PreviewData;
import io.futureos.studio.action.DataAction.RefreshData;
import io.futureos.studio.action.ReportAction.Export;
import io.futureos.studio.action.ScenarioAction.RunScenario;
import io.futureos.studio.action.WorkbenchAction;
import io.futureos.studio.action.WorkbenchRequest;
import io.futureos.studio.decide.Limits;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.DataFormat;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.KnownOutcome;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectState.ModificationEntry;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.testkit.fixture.People;
import io.futureos.studio.testkit.fixture.ToyEngines;
import io.futureos.studio.testkit.time.MovableClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that people do in a Studio fails at its trips to the server. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StudioFaultsTest {

    @RegisterExtension
    static final StudioDatabase DATABASE = new StudioDatabase();

    private static final PostgresStorage WHOLE = DATABASE.emptied();
    private static final UserId ANNA = People.somebody();
    private static final UserId BO = People.somebody();
    private static final UUID COMMAND = UUID.randomUUID();
    private static final TeamId TEAM = new TeamId(UUID.randomUUID());
    private static final Duration BEFORE_IT_IS_SAVED = Duration.ofSeconds(31);
    private static final Executor NEVER_BEGINS = work -> {};
    private static final Duration UNTIL_IT_IS_KNOWN = Duration.ofDays(400);
    private static final KnownOutcome OUTCOME =
            KnownOutcome.of(0.6, Instant.parse("2026-01-02T00:00:00Z"), "the national statistics");
    private static final WorkbenchAction OVERRIDE = new OverrideValue("share[2024-01]", 0.25, "a typing error", false);

    /** What the tables hold of a project that has been through all five workbenches. */
    private static final Tables COMPLETE = new Tables(DATABASE, "complete");

    private static final AtomicLong IDS = new AtomicLong();

    private static ProjectId project;
    private static FaultRuns runs;

    @BeforeAll
    static void open() {
        try (StudioOrchestrator studio = new Bench().studio(WHOLE, Runnable::run)) {
            project = SavedProject.complete(studio, ANNA);
        }
        COMPLETE.makeRoom();
        COMPLETE.keep();
        runs = new FaultRuns(DATABASE, FaultyLine::reachesTheServer);
    }

    @AfterAll
    static void tell() {
        runs.tell("The Studio");
        runs.close();
    }

    /** The time in the Studios that do something, and how far the project was before. */
    private static final class Bench {
        private final MovableClock clock = MovableClock.standing();
        long revision;

        StudioOrchestrator studio(PostgresStorage storage, Executor executor) {
            return StudioOrchestrator.builder()
                    .storage(storage)
                    .engines(new ToyEngines())
                    .exporters(List.of(new TitleExporter()))
                    .access(AccessPolicy.byCollaborators((user, team) -> true))
                    .limits(new Limits(20, 5L << 20, 255, 2_000_000, 10, 2, 10L << 20))
                    .clock(clock)
                    .ids(() -> new UUID(0x4000, IDS.incrementAndGet() | Long.MIN_VALUE))
                    .executor(executor)
                    .eventExecutor(Runnable::run)
                    .sweepsItself(false)
                    .build();
        }

        ProjectState state(StudioOrchestrator studio) {
            return studio.projects().load(project, ANNA);
        }
    }

    /** A Studio in which somebody asks for something, perhaps for the second time. */
    private record Asking(StudioOrchestrator studio, Bench bench) {

        ProjectState state() {
            return bench.state(studio);
        }

        /** Without a command id, a look at the project tells whether the change was made. */
        ProjectState once(Runnable change) {
            if (state().revision() == bench.revision) {
                change.run();
            }
            return state();
        }

        WorkbenchRequest commanding(WorkbenchAction action) {
            return new WorkbenchRequest(project, ANNA, action, COMMAND, null);
        }
    }

    /** What somebody does to the project of a bench. */
    private static final class Row implements FaultRuns.Operation {
        private final String name;
        private final Function<Asking, Object> does;
        private Consumer<Asking> before = asking -> {};
        private Function<Asking, Object> shown =
                asking -> asking.studio.projects().list(ANNA, null, 10);
        private Executor jobs = NEVER_BEGINS;
        private boolean tablesTell = true;
        private Bench bench = new Bench();

        Row(String name, Function<Asking, Object> does) {
            this.name = name;
            this.does = does;
        }

        /** What is done before, on a line that is whole. */
        Row after(Consumer<Asking> work) {
            before = work;
            return this;
        }

        /** Jobs are worked on, and this is looked at; the tables may differ in how often something was tried. */
        Row workingUntil(Function<Asking, Object> look) {
            jobs = Runnable::run;
            return lookingAt(look);
        }

        /** This is looked at, as the tables may differ in how often something was tried. */
        Row lookingAt(Function<Asking, Object> look) {
            shown = look;
            tablesTell = false;
            return this;
        }

        @Override
        public void prepare() {
            COMPLETE.putBack();
            bench = new Bench();
            try (StudioOrchestrator studio = bench.studio(WHOLE, Runnable::run)) {
                before.accept(new Asking(studio, bench));
                bench.revision = WHOLE.journal().head(project);
            }
        }

        @Override
        public String answerOf(PostgresStorage storage) {
            try (StudioOrchestrator studio = bench.studio(storage, jobs)) {
                return Ids.inOrder(StudioJson.write(does.apply(new Asking(studio, bench))));
            }
        }

        @Override
        public List<String> look() {
            if (tablesTell) {
                return runs.tables().stream()
                        .filter(part -> !part.startsWith("studio_job_statuses") && !part.startsWith("studio_blobs"))
                        .map(Ids::inOrder)
                        .toList();
            }
            try (StudioOrchestrator studio = bench.studio(WHOLE, NEVER_BEGINS)) {
                return List.of(Ids.inOrder(StudioJson.write(shown.apply(new Asking(studio, bench)))));
            }
        }

        @Override
        public void settle() {
            bench.clock.pass(BEFORE_IT_IS_SAVED);
            try (StudioOrchestrator studio = bench.studio(WHOLE, NEVER_BEGINS)) {
                studio.sweep();
            }
            bench.clock.pass(BEFORE_IT_IS_SAVED.negated());
        }

        @Override
        public boolean isLeftForLater() {
            return true;
        }

        String method() {
            return name.replaceAll(",.*", "");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Row> rows() {
        return Stream.of(projects(), versions(), workbenches(), people(), jobs(), reportsAndTemplates())
                .flatMap(List::stream);
    }

    private static List<Row> projects() {
        var create = new ProjectCreate(ANNA, "Sweden", "Will the share be above one half in 2025?").as(COMMAND);
        return List.of(
                new Row("ProjectOperations.create", a -> a.studio.projects().create(create)),
                new Row("ProjectOperations.load", Asking::state),
                new Row("ProjectOperations.since", a -> a.studio.projects().since(project, ANNA, 3)),
                new Row("ProjectOperations.list", a -> a.studio.projects().list(ANNA, null, 10)),
                new Row("ProjectOperations.listOfTeam", a -> a.studio.projects().listOfTeam(ANNA, TEAM, null, 10)),
                new Row(
                        "ProjectOperations.update",
                        a -> a.once(() -> a.studio
                                .projects()
                                .update(project, ANNA, new ProjectUpdate("Sweden", null, null, null)))),
                new Row("ProjectOperations.delete", StudioFaultsTest::deleted),
                new Row("ProjectOperations.restore", a -> a.studio.projects().restore(project, ANNA))
                        .after(StudioFaultsTest::deleted),
                new Row("ProjectOperations.duplicate", StudioFaultsTest::duplicated),
                new Row("ProjectOperations.watch", a -> {
                    a.studio.projects().watch(project, ANNA, event -> {}).close();
                    return "watched";
                }));
    }

    private static Object deleted(Asking a) {
        try {
            a.studio.projects().delete(project, ANNA);
        } catch (ProjectNotFoundException e) {
            // it was deleted when it was asked for the first time
        }
        return "deleted";
    }

    private static Object duplicated(Asking a) {
        if (a.studio.projects().list(ANNA, null, 10).projects().size() == 1) {
            a.studio.projects().duplicate(project, ANNA, "Sweden");
        }
        return a.studio.projects().list(ANNA, null, 10);
    }

    private static List<Row> versions() {
        return List.of(
                new Row("ProjectOperations.save", a -> a.once(() -> saved(a))).after(StudioFaultsTest::saved),
                new Row("ProjectOperations.versions", a -> a.studio.projects().versions(project, ANNA, null, 10)),
                new Row(
                        "ProjectOperations.load, of a version",
                        a -> a.studio.projects().load(project, ANNA, 1)),
                new Row("ProjectOperations.restoreVersion", StudioFaultsTest::restored)
                        .after(a -> a.studio.workbench().execute(project, ANNA, OVERRIDE))
                        .lookingAt(a -> a.state().workbenchStates().data().overrides()));
    }

    private static Object saved(Asking a) {
        return a.studio.projects().save(project, ANNA, "To keep");
    }

    private static Object restored(Asking a) {
        if (!actions(a).contains("restore_version")) {
            a.studio.projects().restoreVersion(project, ANNA, 1);
        }
        return a.state().workbenchStates().data().overrides();
    }

    /** What the log tells that was done, but for that jobs were tried again. */
    private static List<String> actions(Asking a) {
        return a.state().modificationLog().stream()
                .map(ModificationEntry::action)
                .filter(action -> !action.equals("attempt") && !action.equals("record"))
                .toList();
    }

    private static List<Row> workbenches() {
        return List.of(
                new Row("WorkbenchOperations.execute", a -> a.studio.workbench().execute(a.commanding(OVERRIDE))),
                new Row(
                        "WorkbenchOperations.execute, which only looks",
                        a -> a.studio.workbench().execute(project, ANNA, new PreviewData("share", 0, 10))),
                new Row(
                        "WorkbenchOperations.execute, which asks for a job",
                        a -> a.studio.workbench().execute(a.commanding(new RefreshData(true)))),
                new Row(
                                "WorkbenchOperations.undo",
                                a -> a.once(() -> a.studio.workbench().undo(project, ANNA)))
                        .after(a -> a.studio.workbench().execute(project, ANNA, OVERRIDE)),
                new Row(
                                "WorkbenchOperations.redo",
                                a -> a.once(() -> a.studio.workbench().redo(project, ANNA)))
                        .after(a -> {
                            a.studio.workbench().execute(project, ANNA, OVERRIDE);
                            a.studio.workbench().undo(project, ANNA);
                        }),
                new Row(
                        "WorkbenchOperations.exportedFrames",
                        a -> a.studio.workbench().exportedFrames(project, ANNA, scenario(a), DataFormat.JSON).length));
    }

    private static ScenarioId scenario(Asking a) {
        return a.state().scenarios().get(0).scenarioId();
    }

    private static List<Row> people() {
        return List.of(
                new Row("CollaborationOperations.add", a -> a.once(() -> invite(a))),
                new Row(
                                "CollaborationOperations.changeRole",
                                a -> a.once(() -> a.studio.collaboration().changeRole(project, ANNA, BO, Role.OWNER)))
                        .after(StudioFaultsTest::invite),
                new Row(
                                "CollaborationOperations.remove",
                                a -> a.once(() -> a.studio.collaboration().remove(project, ANNA, BO)))
                        .after(StudioFaultsTest::invite),
                new Row(
                                "CollaborationOperations.leave",
                                a -> a.once(() -> a.studio.collaboration().leave(project, BO)))
                        .after(StudioFaultsTest::invite),
                new Row("CollaborationOperations.join", a -> {
                    a.studio.collaboration().join(project, ANNA).close();
                    return "joined";
                }),
                new Row(
                        "CollaborationOperations.present",
                        a -> a.studio.collaboration().present(project, ANNA)));
    }

    private static void invite(Asking a) {
        a.studio.collaboration().add(project, ANNA, BO, Role.EDITOR);
    }

    private static List<Row> jobs() {
        return List.of(
                new Row("JobOperations.atWork", a -> a.studio.jobs().atWork(project, ANNA)).after(refreshing()),
                new Row("JobOperations.status", a -> a.studio.jobs().status(project, ANNA, jobAtWork(a)))
                        .after(refreshing()),
                new Row("JobOperations.await", StudioFaultsTest::awaited).after(refreshing()),
                new Row(
                                "JobOperations.cancel",
                                a -> a.once(() -> a.studio.jobs().cancel(project, ANNA, jobAtWork(a))))
                        .after(refreshing()),
                new Row("StudioOrchestrator.sweep", StudioFaultsTest::swept)
                        .lookingAt(a -> a.studio.projects().versions(project, ANNA, null, 10)),
                new Row("StudioOrchestrator.sweep, of data that are fetched", StudioFaultsTest::worked)
                        .after(refreshing())
                        .workingUntil(StudioFaultsTest::actions),
                new Row("StudioOrchestrator.sweep, of a scenario that is run", StudioFaultsTest::worked)
                        .after(asked(a -> new RunScenario(scenario(a))))
                        .workingUntil(StudioFaultsTest::actions),
                new Row("StudioOrchestrator.sweep, of a report that is exported", StudioFaultsTest::worked)
                        .after(asked(a -> new Export(ExportFormat.HTML)))
                        .workingUntil(StudioFaultsTest::actions));
    }

    private static Consumer<Asking> refreshing() {
        return asked(a -> new RefreshData(true));
    }

    /** A job waits in the queue. */
    private static Consumer<Asking> asked(Function<Asking, WorkbenchAction> action) {
        return a -> {
            try (StudioOrchestrator idle = a.bench.studio(WHOLE, NEVER_BEGINS)) {
                idle.workbench().execute(project, ANNA, action.apply(a));
            }
        };
    }

    private static JobId jobAtWork(Asking a) {
        return a.studio.jobs().atWork(project, ANNA).get(0).id();
    }

    private static Object awaited(Asking a) {
        try {
            return a.studio.jobs().await(project, ANNA, jobAtWork(a), Duration.ZERO);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Object swept(Asking a) {
        a.bench.clock.pass(BEFORE_IT_IS_SAVED);
        a.studio.sweep();
        a.bench.clock.pass(BEFORE_IT_IS_SAVED.negated());
        return "swept";
    }

    private static Object worked(Asking a) {
        a.studio.sweep();
        return "worked";
    }

    private static List<Row> reportsAndTemplates() {
        return List.of(
                new Row("ReportOperations.latest", a -> a.studio.reports().latest(project, ANNA)),
                new Row(
                                "ReportOperations.exported",
                                a -> a.studio.reports().exported(project, ANNA, ExportFormat.HTML).length)
                        .after(a -> a.studio.workbench().execute(project, ANNA, new Export(ExportFormat.HTML))),
                new Row(
                                "ReportOperations.link",
                                a -> a.studio
                                        .reports()
                                        .link(project, ANNA, ExportFormat.HTML, Duration.ofMinutes(1))
                                        .isPresent())
                        .after(a -> a.studio.workbench().execute(project, ANNA, new Export(ExportFormat.HTML))),
                new Row(
                                "ReportOperations.resolve",
                                a -> a.once(() -> a.studio.reports().resolve(project, ANNA, OUTCOME)))
                        .after(a -> a.bench.clock.pass(UNTIL_IT_IS_KNOWN)),
                new Row("ReportOperations.ledger", a -> a.studio.reports().ledger(project, ANNA)),
                new Row(
                        "ReportOperations.ledger, of a user",
                        a -> a.studio.reports().ledger(ANNA)),
                new Row("ReportOperations.schedules", a -> a.studio.reports().schedules(project, ANNA)),
                new Row("TemplateOperations.list", a -> a.studio.templates().list(ANNA)).after(StudioFaultsTest::kept),
                new Row(
                                "TemplateOperations.load",
                                a -> a.studio
                                        .templates()
                                        .load(
                                                ANNA,
                                                a.studio
                                                        .templates()
                                                        .list(ANNA)
                                                        .get(0)
                                                        .id()))
                        .after(StudioFaultsTest::kept),
                new Row("TemplateOperations.save", StudioFaultsTest::kept));
    }

    private static Object kept(Asking a) {
        if (a.studio.templates().list(ANNA).isEmpty()) {
            a.studio.templates().save(project, ANNA, "New cars", null);
        }
        return a.studio.templates().list(ANNA);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void wherever_it_fails_it_is_done_wholly_or_not_at_all_and_can_be_asked_for_again(Row row) {
        runs.fail(row);
    }

    @Test
    void nothing_that_people_do_is_left_out() {
        List<String> promised = Stream.of(
                        ProjectOperations.class,
                        WorkbenchOperations.class,
                        CollaborationOperations.class,
                        JobOperations.class,
                        ReportOperations.class,
                        TemplateOperations.class)
                .flatMap(type ->
                        Arrays.stream(type.getMethods()).map(method -> type.getSimpleName() + "." + method.getName()))
                .filter(operation -> !operation.equals("TemplateOperations.read")) // which reads what it is given
                .distinct()
                .toList();

        assertThat(rows().map(Row::method).distinct()).containsAll(promised);
    }

    /** Writes a report's title. */
    private static final class TitleExporter implements ReportExporter {
        @Override
        public ExportFormat format() {
            return ExportFormat.HTML;
        }

        @Override
        public void export(Request request, OutputStream out, DoubleConsumer progress) throws IOException {
            out.write(request.report().content().title().getBytes(StandardCharsets.UTF_8));
        }
    }
}
