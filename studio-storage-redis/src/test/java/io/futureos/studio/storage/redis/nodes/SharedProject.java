package io.futureos.studio.storage.redis.nodes;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.futureos.studio.ProjectCreate;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.action.DataAction.AddCustomSource;
import io.futureos.studio.action.DataAction.RefreshData;
import io.futureos.studio.action.PopulationAction.Regenerate;
import io.futureos.studio.action.ScenarioAction.CreateScenario;
import io.futureos.studio.action.ScenarioConfig;
import io.futureos.studio.action.WorkbenchAction;
import io.futureos.studio.change.Change;
import io.futureos.studio.change.Revision;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.JobRef;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.storage.jdbc.PostgresStorage;
import io.futureos.studio.storage.jdbc.StudioSchema;
import io.futureos.studio.testkit.fixture.People;
import io.futureos.studio.testkit.fixture.ToyEngines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A project whose data and population are made, for some users with a scenario each and for one scenario that is run. */
final class SharedProject implements AutoCloseable {

    private static final String VARIABLE = "share";

    private final HikariDataSource pool;
    private final PostgresStorage storage;
    private final UserId owner = People.somebody();
    private final List<UserId> users;
    private final List<ScenarioId> scenarios = new ArrayList<>();
    private final ScenarioId toRun;
    private final ProjectState state;

    SharedProject(String postgres, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(postgres);
        config.setMaximumPoolSize(2);
        pool = new HikariDataSource(config);
        StudioSchema.migrate(pool);
        storage = PostgresStorage.over(pool);
        users = Stream.generate(People::somebody).limit(size).toList();
        try (StudioOrchestrator studio = studio()) {
            ProjectId id = studio.projects()
                    .create(new ProjectCreate(owner, "Norway goes electric", "Will it be above one half in 2025?"))
                    .projectId();
            Desk desk = action -> studio.workbench().execute(id, owner, action);
            desk.does(new AddCustomSource(new DataSource(VARIABLE, "numbers", Map.of("numbers", List.of(1, 2, 3)))));
            desk.does(new RefreshData(true));
            desk.does(new Regenerate(null, null));
            for (UserId user : users) {
                studio.collaboration().add(id, owner, user, Role.EDITOR);
                scenarios.add(scenario(desk, "What " + user + " thinks"));
            }
            toRun = scenario(desk, "What is run");
            state = studio.projects().load(id, owner);
        }
    }

    /** Where the owner does something. */
    private interface Desk {
        WorkbenchResponse does(WorkbenchAction action);
    }

    private StudioOrchestrator studio() {
        return StudioOrchestrator.builder()
                .storage(storage)
                .engines(new ToyEngines())
                .executor(Runnable::run)
                .sweepsItself(false)
                .build();
    }

    private static ScenarioId scenario(Desk desk, String name) {
        var config = new ScenarioConfig(name, "", Map.of(), Map.of(), List.of());
        return ScenarioId.of(
                String.valueOf(desk.does(new CreateScenario(config)).result().get("scenario_id")));
    }

    /** As it was before anybody edited it. */
    ProjectState state() {
        return state;
    }

    ProjectId id() {
        return state.projectId();
    }

    UserId owner() {
        return owner;
    }

    List<UserId> users() {
        return users;
    }

    /** The scenario that this user describes. */
    ScenarioId scenarioOf(UserId user) {
        return scenarios.get(users.indexOf(user));
    }

    ScenarioId toRun() {
        return toRun;
    }

    String variable() {
        return VARIABLE;
    }

    /** As a Studio sees it that has never seen it before. */
    ProjectState loadedAnew() {
        try (StudioOrchestrator studio = studio()) {
            return studio.projects().load(id(), owner);
        }
    }

    /** What was done since it was made, in the journal's order. */
    List<Revision> revisions() {
        return storage.journal().after(id(), state.revision());
    }

    /** What scenarios were described as, in the journal's order. */
    List<String> descriptions() {
        return changes()
                .filter(change -> change.path().segment(0).equals("scenario")
                        && change.path().name().equals("description"))
                .map(change -> String.valueOf(change.after().orElse(null)))
                .toList();
    }

    /** The jobs that left their lane, as they were when they did. */
    List<JobRef> jobsThatEnded() {
        return changes()
                .filter(change -> change.after().isEmpty())
                .map(change -> change.before().orElse(null))
                .filter(JobRef.class::isInstance)
                .map(JobRef.class::cast)
                .toList();
    }

    /** When the journal says that another node had taken over the job. */
    Instant takenOver(String job) {
        return revisions().stream()
                .filter(revision -> revision.changes().stream()
                        .anyMatch(change -> change.after().orElse(null) instanceof JobRef ref
                                && ref.id().toString().equals(job)
                                && ref.attempt() > 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody took over job " + job))
                .at();
    }

    /** How many outputs of runs were filed. */
    long outputs() {
        return changes()
                .filter(change -> change.path().segment(0).equals("made")
                        && change.after().isPresent())
                .count();
    }

    private Stream<? extends Change<?>> changes() {
        return revisions().stream().map(Revision::changes).flatMap(List::stream).filter(Objects::nonNull);
    }

    @Override
    public void close() {
        pool.close();
    }
}
