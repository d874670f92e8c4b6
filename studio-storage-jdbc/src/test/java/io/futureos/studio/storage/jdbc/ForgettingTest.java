package io.futureos.studio.storage.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.futureos.studio.action.WorkbenchRequest;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState.ScenarioState;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.QueuedJob;
import io.futureos.studio.testkit.fixture.People;
import io.futureos.studio.testkit.fixture.ToyEngines;
import io.futureos.studio.testkit.time.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ForgettingTest {

    @RegisterExtension
    static final StudioDatabase DATABASE = new StudioDatabase();

    private final PostgresStorage storage = DATABASE.emptied();
    private final MovableClock clock = MovableClock.standing();
    private final UserId anna = People.somebody();

    @Test
    void no_table_keeps_a_row_of_a_forgotten_project() {
        ProjectId project = aProjectWithARowInEveryTable();
        assertThat(rows(project))
                .hasSizeGreaterThan(10)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isPositive());

        storage.forget(project, storage.journal().head(project));

        assertThat(rows(project))
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
    }

    /** How many rows each table has of the project that has such rows at all. */
    private static Map<String, Integer> rows(ProjectId project) {
        String[] tables = DATABASE.one("""
                        SELECT string_agg(table_name, ',') FROM information_schema.columns
                        WHERE table_schema = 'public' AND column_name = 'project_id'""").split(",", -1);
        var rows = new TreeMap<String, Integer>();
        for (String table : tables) {
            rows.put(
                    table,
                    Integer.valueOf(
                            DATABASE.one("SELECT count(*) FROM " + table + " WHERE project_id = '" + project + "'")));
        }
        return rows;
    }

    private ProjectId aProjectWithARowInEveryTable() {
        try (StudioOrchestrator studio = StudioOrchestrator.builder()
                .storage(storage)
                .engines(new ToyEngines())
                .clock(clock)
                .executor(Runnable::run)
                .sweepsItself(false)
                .build()) {
            ProjectId project = studio.projects()
                    .create(new ProjectCreate(
                            anna, "Norway goes electric", "Will the share be above one half in 2025?"))
                    .projectId();
            for (WorkbenchAction action : List.of(
                    new AddCustomSource(new DataSource("share", "numbers", Map.of("numbers", List.of(1, 2, 3)))),
                    new RefreshData(true),
                    new Regenerate(null, null),
                    new CreateScenario(new ScenarioConfig("What if", "", Map.of("share", 0.5), Map.of(), List.of())))) {
                does(studio, project, action);
            }
            for (ScenarioState scenario : studio.projects().load(project, anna).scenarios()) {
                does(studio, project, new RunScenario(scenario.scenarioId()));
            }
            does(studio, project, new Generate(null));
            studio.projects().save(project, anna, "To keep");
            storage.versions().archive(project, 1, storage.blobs().put("a version".getBytes(UTF_8)));
            var station = storage.jobs().join((job, attempt) -> Optional.empty(), work -> {});
            station.submit(new QueuedJob(new JobId(UUID.randomUUID()), project, Lane.DATA));
            clock.pass(Duration.ofSeconds(31));
            studio.sweep();
            return project;
        }
    }

    private void does(StudioOrchestrator studio, ProjectId project, WorkbenchAction action) {
        studio.workbench().execute(new WorkbenchRequest(project, anna, action, UUID.randomUUID(), null));
    }
}
