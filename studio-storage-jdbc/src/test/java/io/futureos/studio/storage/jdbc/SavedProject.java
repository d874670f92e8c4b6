package io.futureos.studio.storage.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.futureos.studio.ProjectCreate;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.action.DataAction.AddCustomSource;
import io.futureos.studio.action.DataAction.RefreshData;
import io.futureos.studio.action.PopulationAction.Regenerate;
import io.futureos.studio.action.ReportAction.Generate;
import io.futureos.studio.action.ScenarioAction.CreateScenario;
import io.futureos.studio.action.ScenarioAction.RunScenario;
import io.futureos.studio.action.ScenarioConfig;
import io.futureos.studio.action.WorkbenchAction;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState.ScenarioState;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.Checkpoints;
import io.futureos.studio.storage.Checkpoints.Checkpoint;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.Journal;
import io.futureos.studio.storage.Projection;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.testkit.fault.ForwardingStorage;
import io.futureos.studio.testkit.fixture.People;
import io.futureos.studio.testkit.fixture.ToyEngines;
import io.futureos.studio.testkit.time.MovableClock;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a Studio writes of a project in which everything is made, to be written again somewhere else. */
final class SavedProject {

    private final List<byte[]> reports;
    private final List<Commit> commits;
    private final Checkpoint checkpoint;
    private final String view;
    private final Projection projection;
    private final ProjectId id;

    private SavedProject(Witness seen) {
        this.id = seen.saved.get(0).project();
        this.commits = List.copyOf(seen.commits);
        this.checkpoint = seen.saved.get(0).checkpoint();
        this.view = seen.saved.get(0).view();
        this.projection = seen.saved.get(0).projection();
        this.reports = projection.reports().stream()
                .map(report -> seen.blobs().get(report.content()).orElseThrow())
                .toList();
    }

    static SavedProject make() {
        var clock = MovableClock.standing();
        try (HikariDataSource database = Databases.studio()) {
            return make(new Witness(PostgresStorage.over(database)), clock);
        }
    }

    private static SavedProject make(Witness witness, MovableClock clock) {
        try (StudioOrchestrator studio = StudioOrchestrator.builder()
                .storage(witness)
                .engines(new ToyEngines())
                .clock(clock)
                .executor(Runnable::run)
                .sweepsItself(false)
                .build()) {
            complete(studio, People.somebody());
            clock.pass(Duration.ofSeconds(31));
            studio.sweep();
        }
        return new SavedProject(witness);
    }

    /** A project that has been through all five workbenches. */
    static ProjectId complete(StudioOrchestrator studio, UserId user) {
        ProjectId project = studio.projects()
                .create(new ProjectCreate(user, "Norway goes electric", "Will the share be above one half in 2025?"))
                .projectId();
        var source = new DataSource("share", "numbers", Map.of("numbers", List.of(1, 2, 3)));
        var scenario = new ScenarioConfig("What if", "A what if", Map.of("share", 0.5), Map.of(), List.of());
        List.<WorkbenchAction>of(
                        new AddCustomSource(source),
                        new RefreshData(true),
                        new Regenerate(null, null),
                        new CreateScenario(scenario))
                .forEach(action -> studio.workbench().execute(project, user, action));
        for (ScenarioState made : studio.projects().load(project, user).scenarios()) {
            studio.workbench().execute(project, user, new RunScenario(made.scenarioId()));
        }
        studio.workbench().execute(project, user, new Generate(null));
        return project;
    }

    ProjectId id() {
        return id;
    }

    /** Appends everything that happened in it, and stores its report. */
    void appendTo(Storage storage) {
        reports.forEach(storage.blobs()::put);
        commits.forEach(commit -> storage.journal().append(id, commit));
    }

    /** Stores its checkpoint, with a scenario and a report to show. */
    void saveTo(Storage storage) {
        storage.checkpoints().put(id, checkpoint, view, projection);
    }

    /** Remembers what goes by. */
    private static final class Witness extends ForwardingStorage {
        private final List<Commit> commits = new ArrayList<>();
        private final List<Saved> saved = new ArrayList<>();

        private record Saved(ProjectId project, Checkpoint checkpoint, String view, Projection projection) {}

        Witness(Storage real) {
            super(real);
        }

        @Override
        public Journal journal() {
            return watched(Journal.class, real.journal(), "append", call -> commits.add((Commit) call[1]));
        }

        @Override
        public Checkpoints checkpoints() {
            return watched(
                    Checkpoints.class,
                    real.checkpoints(),
                    "put",
                    call -> saved.add(new Saved(
                            (ProjectId) call[0], (Checkpoint) call[1], (String) call[2], (Projection) call[3])));
        }

        private static <T> T watched(Class<T> type, T real, String method, Consumer<Object[]> seen) {
            return type.cast(
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, call) -> {
                        Object answer = called.invoke(real, call);
                        if (called.getName().equals(method)) {
                            seen.accept(call);
                        }
                        return answer;
                    }));
        }
    }
}
