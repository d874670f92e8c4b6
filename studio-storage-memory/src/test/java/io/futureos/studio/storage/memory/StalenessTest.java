package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static io.futureos.studio.storage.memory.StudioFixture.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.ProjectUpdate;
import io.futureos.studio.RefusedException;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectState.ScenarioState;
import io.futureos.studio.model.ProjectState.StalenessCause;
import io.futureos.studio.model.ProjectStatus;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.ScenarioStatus;
import io.futureos.studio.model.WorkbenchResponse;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StalenessTest {

    private final StudioFixture fixture = new StudioFixture();

    @Test
    void a_project_goes_from_a_draft_to_complete_stage_by_stage() {
        ProjectId project = fixture.aProject();
        assertThat(fixture.state(project).status()).isEqualTo(ProjectStatus.DRAFT);

        assertThat(status(project, "data", "refresh_data", Map.of())).isEqualTo(ProjectStatus.DATA_READY);
        assertThat(status(project, "population", "regenerate", Map.of())).isEqualTo(ProjectStatus.POPULATION_READY);
        ScenarioId scenario = fixture.aScenario(project, "As things stand", Map.of());
        assertThat(fixture.state(project).status()).isEqualTo(ProjectStatus.SCENARIOS_DEFINED);
        assertThat(status(project, "scenario", "run_scenario", Map.of("scenario_id", scenario.toString())))
                .isEqualTo(ProjectStatus.SIMULATED);
        assertThat(status(project, "report", "generate", Map.of())).isEqualTo(ProjectStatus.COMPLETE);
    }

    private ProjectStatus status(ProjectId project, String workbench, String action, Map<String, Object> payload) {
        fixture.act(project, workbench, action, payload);
        return fixture.state(project).status();
    }

    @Test
    void an_override_makes_everything_after_the_data_stale_and_says_who_did_it() {
        ProjectId project = fixture.aCompleteProject();

        WorkbenchResponse response = fixture.override(project, "share[2024-01]", 0.3);

        assertThat(response.stateChanges().downstreamInvalidated())
                .containsExactly("population", "scenario", "simulation", "report");
        assertThat(response.stateChanges().needs()).containsExactly("refresh_data");
        assertThat(response.stateChanges().projectStatusChanged()).isTrue();
        ProjectState state = response.updatedProjectState();
        assertThat(state.status()).isEqualTo(ProjectStatus.DRAFT);
        assertThat(state.workbenchStates().report().freshness().stale()).isTrue();
        assertThat(state.workbenchStates().report().freshness().causes())
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.input()).isEqualTo("data/override/share[2024-01]");
                    assertThat(cause.by()).isEqualTo(ANNA);
                    assertThat(cause.summary()).contains("share[2024-01]").contains("0.3");
                });
    }

    @Test
    void a_state_that_nobody_holds_any_more_is_let_go() {
        ProjectId project = fixture.aCompleteProject();
        var old = new WeakReference<>(
                fixture.override(project, "share[2024-01]", 0.25).updatedProjectState());

        for (int i = 1; i <= 10; i++) {
            fixture.override(project, "share[2024-01]", 0.25 + 0.01 * i);
        }

        for (int i = 0; i < 100 && old.get() != null; i++) {
            System.gc();
        }
        assertThat(old.get()).isNull();
    }

    @Test
    void undoing_an_edit_makes_everything_current_again_without_a_single_engine_call() {
        ProjectId project = fixture.aCompleteProject();
        int calls = fixture.engines.calls();
        fixture.override(project, "share[2024-01]", 0.3);

        ProjectState state = fixture.studio.workbench().undo(project, ANNA).updatedProjectState();

        assertThat(state.status()).isEqualTo(ProjectStatus.COMPLETE);
        assertThat(fixture.engines.calls()).isEqualTo(calls);
    }

    @Test
    void after_edit_and_rerun_an_undo_finds_the_earlier_outputs_again() {
        ProjectId project = fixture.aCompleteProject();
        fixture.override(project, "share[2024-01]", 0.3);
        fixture.act(project, "data", "refresh_data", Map.of());
        fixture.act(project, "population", "regenerate", Map.of());
        int calls = fixture.engines.calls();

        fixture.studio.workbench().undo(project, ANNA);

        assertThat(fixture.state(project).status()).isEqualTo(ProjectStatus.COMPLETE);
        assertThat(fixture.engines.calls()).isEqualTo(calls);
    }

    @Test
    void a_refresh_that_brings_the_same_bytes_leaves_everything_current() {
        ProjectId project = fixture.aCompleteProject();

        fixture.act(project, "data", "refresh_data", Map.of());

        assertThat(fixture.state(project).status()).isEqualTo(ProjectStatus.COMPLETE);
    }

    @Test
    void editing_one_scenario_leaves_the_run_of_the_other_current() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId edited = fixture.state(project).scenarios().get(1).scenarioId();

        WorkbenchResponse response = fixture.edit(
                project, edited, Map.of("variable_overrides", List.of(Map.of("variable", "share", "value", 0.5))));

        assertThat(response.stateChanges().downstreamInvalidated()).containsExactly("simulation", "report");
        assertThat(response.updatedProjectState().scenarios())
                .extracting(ScenarioState::status)
                .containsExactly(ScenarioStatus.COMPLETED, ScenarioStatus.DEFINED);
    }

    @Test
    void renaming_a_scenario_makes_the_report_stale_and_no_run() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId renamed = fixture.state(project).scenarios().get(0).scenarioId();

        WorkbenchResponse response = fixture.edit(project, renamed, Map.of("name", "Business as usual"));

        assertThat(response.stateChanges().downstreamInvalidated()).containsExactly("report");
    }

    @Test
    void a_duplicated_scenario_is_completed_at_once() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId original = fixture.state(project).scenarios().get(1).scenarioId();
        int calls = fixture.engines.calls();

        fixture.act(project, "scenario", "duplicate_scenario", Map.of("scenario_id", original.toString()));

        assertThat(fixture.state(project).scenarios().get(2).status()).isEqualTo(ScenarioStatus.COMPLETED);
        assertThat(fixture.engines.calls()).isEqualTo(calls);
    }

    @Test
    void a_deleted_scenario_comes_back_by_undo_with_its_outcome() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId deleted = fixture.state(project).scenarios().get(1).scenarioId();
        fixture.act(project, "scenario", "delete_scenario", Map.of("scenario_id", deleted.toString()));
        assertThat(fixture.state(project).scenarios()).hasSize(1);

        fixture.studio.workbench().undo(project, ANNA);

        assertThat(fixture.state(project).status()).isEqualTo(ProjectStatus.COMPLETE);
        fixture.studio.workbench().redo(project, ANNA);
        assertThat(fixture.state(project).scenarios()).hasSize(1);
    }

    @Test
    void a_scenario_edited_while_it_runs_is_stale_and_undo_makes_the_late_result_current() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId scenario = fixture.aScenario(project, "Late", Map.of("share", 0.1));
        fixture.holdJobs();
        fixture.act(project, "scenario", "run_scenario", Map.of("scenario_id", scenario.toString()));
        fixture.edit(
                project, scenario, Map.of("variable_overrides", List.of(Map.of("variable", "share", "value", 0.9))));
        fixture.runJobs();
        assertThat(fixture.state(project).scenarios().get(2).stale()).isTrue();

        fixture.studio.workbench().undo(project, ANNA);

        assertThat(fixture.state(project).scenarios().get(2).status()).isEqualTo(ScenarioStatus.COMPLETED);
    }

    @Test
    void another_question_makes_every_run_and_the_report_stale_even_if_the_data_stays_the_same() {
        ProjectId project = fixture.aCompleteProject();

        fixture.studio
                .projects()
                .update(
                        project,
                        ANNA,
                        new ProjectUpdate(null, null, "Will the share be above one half in 2026?", null));
        fixture.act(project, "data", "refresh_data", Map.of());

        assertThat(fixture.state(project).status()).isEqualTo(ProjectStatus.SCENARIOS_DEFINED);
        assertThat(fixture.state(project).workbenchStates().report().freshness().causes())
                .anySatisfy(cause -> assertThat(cause.input()).isEqualTo("project/question"));
    }

    @Test
    void a_report_that_is_stale_because_of_a_name_says_which() {
        ProjectId project = fixture.aCompleteProject();
        String renamed = fixture.state(project).scenarios().get(0).scenarioId().toString();
        fixture.edit(project, ScenarioId.of(renamed), Map.of("name", "Business as usual"));

        assertThat(fixture.state(project).workbenchStates().report().freshness().causes())
                .anySatisfy(cause -> assertThat(cause.input()).isEqualTo("scenario/" + renamed + "/name"));
        fixture.act(project, "report", "export", Map.of("export_format", "html"));
        assertThat(fixture.exported(project)).endsWith("stale");
    }

    @Test
    void a_cause_that_nobody_set_is_told_in_words_too() {
        ProjectId project = fixture.aCompleteProject();
        fixture.aScenario(project, "Less of it", Map.of());

        fixture.override(project, "share[2024-01]", 0.3);

        assertThat(fixture.state(project).workbenchStates().report().freshness().causes())
                .extracting(StalenessCause::summary)
                .contains("Scenario \"Less of it\" has not been run yet");
    }

    @Test
    void saying_what_holds_anyway_leaves_everything_current() {
        ProjectId project = fixture.aCompleteProject();

        WorkbenchResponse resized =
                fixture.act(project, "population", "resize_population", Map.of("target_size", 10_000));
        WorkbenchResponse seeded = fixture.act(project, "population", "regenerate", Map.of("seed", 1));

        assertThat(resized.stateChanges().downstreamInvalidated()).isEmpty();
        assertThat(seeded.stateChanges().warnings()).containsExactly("The population is up to date");
        assertThat(fixture.state(project).status()).isEqualTo(ProjectStatus.COMPLETE);
    }

    @Test
    void what_was_made_from_a_seed_before_is_found_again_without_a_job() {
        ProjectId project = fixture.aCompleteProject();
        fixture.act(project, "population", "regenerate", Map.of("seed", 2));
        int calls = fixture.engines.calls();

        WorkbenchResponse response = fixture.act(project, "population", "regenerate", Map.of("seed", 1));

        assertThat(response.jobId()).isNull();
        assertThat(fixture.engines.calls()).isEqualTo(calls);
        assertThat(fixture.state(project).status()).isEqualTo(ProjectStatus.COMPLETE);
    }

    @Test
    void a_new_scenario_says_that_the_simulation_is_not_complete_any_more() {
        ProjectId project = fixture.aCompleteProject();

        WorkbenchResponse response = fixture.act(
                project,
                "scenario",
                "create_scenario",
                Map.of("scenario_config", StudioFixture.scenario("Something else", Map.of())));

        assertThat(response.stateChanges().downstreamInvalidated()).containsExactly("simulation");
        assertThat(response.updatedProjectState().status()).isEqualTo(ProjectStatus.SCENARIOS_DEFINED);
    }

    @Test
    void a_package_is_not_rebuilt_from_bytes_that_were_never_fetched() {
        ProjectId project = fixture.aProject();

        assertThatThrownBy(() -> fixture.act(project, "data", "refresh_data", Map.of("fetch", false)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Nothing has been fetched yet from share");
    }
}
