package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static io.futureos.studio.storage.memory.StudioFixture.BO;
import static io.futureos.studio.storage.memory.StudioFixture.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.InvalidRequestException;
import io.futureos.studio.ProjectNotFoundException;
import io.futureos.studio.ProjectUpdate;
import io.futureos.studio.RefusedException;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectState.ScenarioState;
import io.futureos.studio.model.ProjectStatus;
import io.futureos.studio.model.StageStatus;
import io.futureos.studio.model.WorkbenchResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StudioInMemoryTest {

    private final StudioFixture fixture = new StudioFixture();

    @Test
    void what_does_not_fit_the_data_can_be_written_down_but_not_run() {
        ProjectId project = fixture.aCompleteProject();

        WorkbenchResponse created = fixture.act(
                project,
                "scenario",
                "create_scenario",
                Map.of("scenario_config", scenario("Wild", Map.of("no_such_variable", 1))));

        assertThat(created.stateChanges().warnings()).anyMatch(warning -> warning.contains("no_such_variable"));
        assertThat(created.updatedProjectState().status()).isEqualTo(ProjectStatus.POPULATION_READY);
        assertThatThrownBy(() -> fixture.act(
                        project,
                        "scenario",
                        "run_scenario",
                        Map.of("scenario_id", created.result().get("scenario_id"))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("no_such_variable")
                .hasMessageContaining("It has: share");
    }

    @Test
    void whoever_is_no_collaborator_is_not_told_that_the_project_exists() {
        ProjectId project = fixture.aProject();

        assertThatThrownBy(() -> fixture.studio.projects().load(project, BO))
                .isInstanceOf(ProjectNotFoundException.class);
        assertThatThrownBy(() -> fixture.actAs(BO, project, "data", "explore_sources", Map.of()))
                .isInstanceOf(ProjectNotFoundException.class);
    }

    @Test
    void undo_without_anything_to_undo_is_refused() {
        ProjectId project = fixture.aProject();
        fixture.studio.workbench().undo(project, ANNA);

        assertThatThrownBy(() -> fixture.studio.workbench().undo(project, ANNA))
                .isInstanceOf(RefusedException.class)
                .hasMessage("There is nothing of yours to undo.");
    }

    @Test
    void the_21st_scenario_is_refused_with_the_limit() {
        ProjectId project = fixture.aProject();
        for (int i = 0; i < 20; i++) {
            fixture.aScenario(project, "Scenario " + i, Map.of());
        }

        assertThatThrownBy(() -> fixture.aScenario(project, "One too many", Map.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("20 scenarios at most; this would be number 21");
        assertThat(fixture.state(project).scenarios()).hasSize(20);
    }

    @Test
    void a_request_of_the_contract_is_read_whole_and_all_its_problems_are_named() {
        ProjectId project = fixture.aProject();

        assertThatThrownBy(() -> fixture.studio
                        .workbench()
                        .execute(Map.of(
                                "project_id", project.toString(),
                                "user_id", "nobody",
                                "workbench", "data",
                                "action", "refresh_data",
                                "payload", Map.of("fecth", false))))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.pointer())
                                .containsExactlyInAnyOrder("/user_id", "/payload/fecth"));
    }

    @Test
    void what_looks_at_something_answers_from_what_was_made() {
        ProjectId project = fixture.aCompleteProject();
        long revision = fixture.state(project).revision();
        List<ScenarioState> scenarios = fixture.state(project).scenarios();

        assertThat(fixture.act(project, "data", "explore_sources", Map.of()).result())
                .containsKeys("sources", "variables", "causal_graph");
        assertThat(fixture.act(project, "data", "preview_data", Map.of()).result())
                .containsEntry("total_rows", 1L);
        assertThat(fixture.act(project, "population", "view_archetypes", Map.of())
                        .result())
                .containsKeys("archetypes", "dimensions", "fit");
        assertThat(fixture.act(project, "population", "view_network", Map.of()).result())
                .containsKey("nodes");
        Object compared = fixture.act(
                        project,
                        "scenario",
                        "compare_scenarios",
                        Map.of(
                                "compare_ids",
                                scenarios.stream()
                                        .map(s -> s.scenarioId().toString())
                                        .toList()))
                .result()
                .get("scenarios");
        assertThat((List<?>) compared).hasSize(2);
        assertThat(fixture.act(project, "simulation", "export_data", Map.of("export_format", "json"))
                        .result())
                .containsKey("blob");

        assertThat(fixture.state(project).revision()).isEqualTo(revision);
    }

    @Test
    void the_workbench_states_show_what_was_set() {
        ProjectId project = fixture.aCompleteProject();
        fixture.act(project, "population", "resize_population", Map.of("target_size", 500));
        fixture.act(
                project,
                "population",
                "adjust_distribution",
                Map.of("adjustment", Map.of("dimension", "age", "target", Map.of("young", 0.7, "old", 0.3))));

        ProjectState.PopulationState population =
                fixture.state(project).workbenchStates().population();

        assertThat(population.status()).isEqualTo(StageStatus.IN_PROGRESS);
        assertThat(population.adjustments())
                .extracting(adjustment -> adjustment.dimension())
                .containsExactly("age", "size");
        assertThat(population.adjustments().get(0).original()).containsEntry("young", 0.5);
        assertThat(population.freshness().needs()).containsExactly("regenerate");
    }

    @Test
    void what_is_said_about_a_project_is_checked_all_at_once() {
        ProjectId project = fixture.aProject();

        assertThatThrownBy(() -> fixture.studio
                        .projects()
                        .update(project, ANNA, new ProjectUpdate(" ", null, "Broken \uD800", "next tuesday")))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.pointer())
                                .containsExactly("/project_name", "/initial_query", "/as_of"));
        assertThat(fixture.state(project).projectName()).isEqualTo("Norway goes electric");
    }
}
