package io.futureos.studio.storage.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.futureos.studio.ProjectCreate;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.action.DataAction.AddCustomSource;
import io.futureos.studio.action.DataAction.RefreshData;
import io.futureos.studio.action.PopulationAction.Regenerate;
import io.futureos.studio.action.ScenarioAction.CreateScenario;
import io.futureos.studio.action.ScenarioConfig;
import io.futureos.studio.action.WorkbenchAction;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.report.ReportDelivery;
import io.futureos.studio.testkit.fixture.People;
import io.futureos.studio.testkit.fixture.ToyEngines;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A Studio with connections of its own, which can be closed as it should be, or die at any moment. */
final class MortalNode implements AutoCloseable {

    static final UserId ANNA = People.somebody();

    final ToyEngines engines = new ToyEngines();
    private final HikariDataSource pool;
    private final StudioOrchestrator studio;

    private MortalNode(HikariDataSource pool, Clock clock, ReportDelivery delivery) {
        this.pool = pool;
        this.studio = StudioOrchestrator.builder()
                .storage(PostgresStorage.over(pool))
                .engines(engines)
                .delivery(delivery)
                .clock(clock)
                .executor(Runnable::run)
                .sweepsItself(false)
                .build();
    }

    static MortalNode on(StudioDatabase database, Clock clock, ReportDelivery delivery) {
        return new MortalNode(database.anotherPool(""), clock, delivery);
    }

    StudioOrchestrator studio() {
        return studio;
    }

    /** Nothing that it does from now on reaches the database. */
    void die() {
        pool.close();
    }

    @Override
    public void close() {
        studio.close();
        pool.close();
    }

    WorkbenchResponse act(ProjectId project, WorkbenchAction action) {
        return studio.workbench().execute(project, ANNA, action);
    }

    ProjectState state(ProjectId project) {
        return studio.projects().load(project, ANNA);
    }

    /** A project that is ready for scenarios. */
    ProjectId aProjectWithItsPopulation() {
        ProjectId project = studio.projects()
                .create(new ProjectCreate(ANNA, "Norway goes electric", "Will the share be above one half in 2025?"))
                .projectId();
        act(project, new AddCustomSource(new DataSource("share", "numbers", Map.of("numbers", List.of(1, 2, 3)))));
        act(project, new RefreshData(true));
        act(project, new Regenerate(null, null));
        return project;
    }

    ScenarioId aScenario(ProjectId project, String name) {
        var config = new ScenarioConfig(name, "What if", Map.of("share", 0.5), Map.of(), List.of());
        WorkbenchResponse created = act(project, new CreateScenario(config));
        return ScenarioId.of(String.valueOf(created.result().get("scenario_id")));
    }
}
