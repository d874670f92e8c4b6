package io.futureos.studio.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.ProjectCreate;
import io.futureos.studio.ProjectUpdate;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.action.DataAction.AddCustomSource;
import io.futureos.studio.action.DataAction.RefreshData;
import io.futureos.studio.action.PopulationAction.Regenerate;
import io.futureos.studio.action.ReportAction.Generate;
import io.futureos.studio.action.ScenarioAction.CreateScenario;
import io.futureos.studio.action.ScenarioAction.DeleteScenario;
import io.futureos.studio.action.ScenarioAction.RunScenario;
import io.futureos.studio.action.ScenarioConfig;
import io.futureos.studio.action.WorkbenchAction;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectState.ScenarioState;
import io.futureos.studio.model.Shock;
import io.futureos.studio.model.UserId;
import io.futureos.studio.testkit.fixture.People;
import io.futureos.studio.testkit.fixture.ToyEngines;
import io.futureos.studio.testkit.time.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the contract's tables show to those who read them with SQL. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShownTablesTest {

    @RegisterExtension
    static final StudioDatabase DATABASE = new StudioDatabase();

    private final MovableClock clock = MovableClock.standing();
    private final UserId anna = People.somebody();
    private final StudioOrchestrator studio = StudioOrchestrator.builder()
            .storage(DATABASE.emptied())
            .engines(new ToyEngines())
            .clock(clock)
            .executor(Runnable::run)
            .sweepsItself(false)
            .build();
    private final ProjectId project = aCompleteProject();

    @AfterEach
    void close() {
        studio.close();
    }

    private ProjectId aCompleteProject() {
        ProjectId id = studio.projects()
                .create(new ProjectCreate(anna, "Norway goes electric", "Will the share be above one half in 2025?"))
                .projectId();
        var source = new DataSource("share", "numbers", Map.of("numbers", List.of(1, 2, 3)));
        does(id, new AddCustomSource(source));
        does(id, new RefreshData(true));
        does(id, new Regenerate(null, null));
        does(
                id,
                new CreateScenario(new ScenarioConfig(
                        "What if",
                        "A \"what if\"",
                        Map.of("share", 0.5),
                        Map.of(),
                        List.of(new Shock(3, "share", 0.1)))));
        for (ScenarioState scenario : studio.projects().load(id, anna).scenarios()) {
            does(id, new RunScenario(scenario.scenarioId()));
        }
        does(id, new Generate(null));
        return id;
    }

    private void does(ProjectId id, WorkbenchAction action) {
        studio.workbench().execute(id, anna, action);
    }

    private ProjectState saved() {
        clock.pass(Duration.ofSeconds(31));
        studio.sweep();
        return studio.projects().load(project, anna);
    }

    @Test
    void a_scenario_is_shown_with_its_configuration_and_its_outcome() {
        ScenarioState scenario = saved().scenarios().get(0);

        assertThat(DATABASE.one("SELECT scenario_id FROM studio_scenarios"))
                .isEqualTo(scenario.scenarioId().toString());
        assertThat(DATABASE.one("SELECT name || '|' || description || '|' || status FROM studio_scenarios"))
                .isEqualTo("What if|A \"what if\"|completed");
        assertThat(DATABASE.one("SELECT simulation_id FROM studio_scenarios"))
                .isEqualTo(String.valueOf(scenario.simulationId()));
        assertThat(DATABASE.one("SELECT config #>> '{variable_overrides,0,value}' FROM studio_scenarios"))
                .isEqualTo("0.5");
        assertThat(DATABASE.one("SELECT config #>> '{shock_events,0,tick}' FROM studio_scenarios"))
                .isEqualTo("3");
    }

    @Test
    void a_scenario_that_is_deleted_is_not_shown_any_more_and_comes_back_with_undo() {
        ScenarioState scenario = saved().scenarios().get(0);

        does(project, new DeleteScenario(scenario.scenarioId()));
        saved();
        assertThat(DATABASE.one("SELECT count(*) FROM studio_scenarios")).isEqualTo("0");

        studio.workbench().undo(project, anna);
        saved();
        assertThat(DATABASE.one("SELECT status FROM studio_scenarios")).isEqualTo("completed");
    }

    @Test
    void each_report_is_shown_as_it_was_generated() {
        String first = String.valueOf(saved().workbenchStates().report().reportId());
        String content = DATABASE.one("SELECT content FROM studio_reports");

        rename("Norway");
        does(project, new Generate(null));
        saved();

        assertThat(content).contains("\"title\"");
        assertThat(DATABASE.one("SELECT content FROM studio_reports WHERE report_id = '" + first + "'"))
                .isEqualTo(content);
        assertThat(DATABASE.one("SELECT count(*) FROM studio_reports WHERE template = 'detailed_analysis'"))
                .isEqualTo("2");
    }

    private void rename(String name) {
        studio.projects().update(project, anna, new ProjectUpdate(name, null, null, null));
    }

    @Test
    void a_save_that_changes_nothing_writes_no_scenario_anew() {
        saved();
        String before = DATABASE.one("SELECT ctid::text FROM studio_scenarios");

        rename("Norway");
        saved();

        assertThat(DATABASE.one("SELECT project_name FROM studio_projects")).isEqualTo("Norway");
        assertThat(DATABASE.one("SELECT ctid::text FROM studio_scenarios")).isEqualTo(before);
    }
}
