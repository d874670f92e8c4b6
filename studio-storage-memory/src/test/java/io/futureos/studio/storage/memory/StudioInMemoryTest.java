package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static io.futureos.studio.storage.memory.StudioFixture.BO;
import static io.futureos.studio.storage.memory.StudioFixture.scenario;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.AccessDeniedException;
import io.futureos.studio.InvalidRequestException;
import io.futureos.studio.NotFoundException;
import io.futureos.studio.ProjectNotFoundException;
import io.futureos.studio.ProjectUpdate;
import io.futureos.studio.RefusedException;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.engine.SimulationEngine.Frame;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.live.JobStatus;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectState.ScenarioState;
import io.futureos.studio.model.ProjectStatus;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.ScenarioStatus;
import io.futureos.studio.model.SimulationStatus;
import io.futureos.studio.model.StageStatus;
import io.futureos.studio.model.WorkbenchResponse;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StudioInMemoryTest {

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

        WorkbenchResponse response = override(project, "share[2024-01]", 0.3);

        assertThat(response.stateChanges().downstreamInvalidated())
                .containsExactly("population", "scenario", "simulation", "report");
        assertThat(response.stateChanges().needs()).containsExactly("refresh_data");
        assertThat(response.stateChanges().projectStatusChanged()).isTrue();
        ProjectState state = response.updatedProjectState();
        assertThat(state.status()).isEqualTo(ProjectStatus.DRAFT);
        assertThat(state.workbenchStates().report().freshness().stale()).isTrue();
        assertThat(state.workbenchStates().report().freshness().causes()).anySatisfy(cause -> {
            assertThat(cause.input()).isEqualTo("data/override/share[2024-01]");
            assertThat(cause.by()).isEqualTo(ANNA);
            assertThat(cause.summary()).contains("share[2024-01]").contains("0.3");
        });
    }

    private WorkbenchResponse override(ProjectId project, String field, Object value) {
        return fixture.act(
                project,
                "data",
                "override_value",
                Map.of("override", Map.of("field", field, "value", value, "reason", "a typing error")));
    }

    @Test
    void a_state_that_nobody_holds_any_more_is_let_go() {
        ProjectId project = fixture.aCompleteProject();
        var old = new WeakReference<>(override(project, "share[2024-01]", 0.25).updatedProjectState());

        for (int i = 1; i <= 10; i++) {
            override(project, "share[2024-01]", 0.25 + 0.01 * i);
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
        override(project, "share[2024-01]", 0.3);

        ProjectState state = fixture.studio.workbench().undo(project, ANNA).updatedProjectState();

        assertThat(state.status()).isEqualTo(ProjectStatus.COMPLETE);
        assertThat(fixture.engines.calls()).isEqualTo(calls);
    }

    @Test
    void after_edit_and_rerun_an_undo_finds_the_earlier_outputs_again() {
        ProjectId project = fixture.aCompleteProject();
        override(project, "share[2024-01]", 0.3);
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

        WorkbenchResponse response = fixture.act(
                project,
                "scenario",
                "edit_scenario",
                Map.of(
                        "scenario_id",
                        edited.toString(),
                        "scenario_config",
                        Map.of("variable_overrides", List.of(Map.of("variable", "share", "value", 0.5)))));

        assertThat(response.stateChanges().downstreamInvalidated()).containsExactly("simulation", "report");
        assertThat(response.updatedProjectState().scenarios())
                .extracting(ScenarioState::status)
                .containsExactly(ScenarioStatus.COMPLETED, ScenarioStatus.DEFINED);
    }

    @Test
    void renaming_a_scenario_makes_the_report_stale_and_no_run() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId renamed = fixture.state(project).scenarios().get(0).scenarioId();

        WorkbenchResponse response = fixture.act(
                project,
                "scenario",
                "edit_scenario",
                Map.of("scenario_id", renamed.toString(), "scenario_config", Map.of("name", "Business as usual")));

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
    void a_failed_job_says_why_and_the_next_try_mends_it() {
        ProjectId project = fixture.aProject();
        fixture.act(
                project,
                "data",
                "configure_source",
                Map.of("source_name", "share", "configuration", Map.of("type", "numbers", "broken", true)));

        WorkbenchResponse failed = fixture.act(project, "data", "refresh_data", Map.of());

        JobStatus job = job(project, failed);
        assertThat(job.state()).isEqualTo(JobStatus.State.FAILED);
        assertThat(job.error()).isEqualTo("Source share can't be read.");
        fixture.studio.workbench().undo(project, ANNA);
        fixture.act(project, "data", "refresh_data", Map.of());
        assertThat(fixture.state(project).status()).isEqualTo(ProjectStatus.DATA_READY);
    }

    @Test
    void a_question_that_is_not_understood_stops_the_refresh_with_the_parsers_own_words() {
        ProjectId project = fixture.aProject();
        fixture.studio.projects().update(project, ANNA, new ProjectUpdate(null, null, "What now?", null));

        WorkbenchResponse response = fixture.act(project, "data", "refresh_data", Map.of());

        assertThat(job(project, response).error()).contains("for example: ... in 2025?");
    }

    @Test
    void the_console_pauses_steps_injects_and_resumes_to_the_same_end() throws Exception {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId scenario = fixture.state(project).scenarios().get(0).scenarioId();
        fixture.holdJobs();
        fixture.act(
                project,
                "simulation",
                "run",
                Map.of("scenario_id", scenario.toString(), "simulation_config", Map.of("replicates", 2)));
        assertThat(simulation(project).status()).isEqualTo(SimulationStatus.RUNNING);
        fixture.act(project, "simulation", "pause", Map.of());
        fixture.runJobs();
        assertThat(simulation(project).status()).isEqualTo(SimulationStatus.PAUSED);
        assertThat(simulation(project).currentTick()).isZero();

        fixture.act(project, "simulation", "step_forward", Map.of());
        fixture.runJobs();
        assertThat(simulation(project).currentTick()).isEqualTo(1);

        WorkbenchResponse shocked = fixture.act(
                project, "simulation", "inject_shock", Map.of("shock", Map.of("variable", "share", "magnitude", 0.2)));
        assertThat(shocked.result()).containsEntry("tick", 2L);
        fixture.act(project, "simulation", "resume", Map.of());
        fixture.runJobs();

        assertThat(simulation(project).currentTick()).isEqualTo(12);
        assertThat(median(project, 1)).isLessThan(median(project, 2));
        assertThat(fixture.state(project).scenarios().get(0).status())
                .as("a run with injected shocks is exploratory")
                .isEqualTo(ScenarioStatus.DEFINED);
    }

    private ProjectState.SimulationState simulation(ProjectId project) {
        return fixture.state(project).workbenchStates().simulation();
    }

    private double median(ProjectId project, int tick) {
        Object frame = fixture.act(project, "simulation", "replay", Map.of("tick", tick))
                .result()
                .get("frame");
        Object median =
                requireNonNull(StudioJson.fromOpen(frame, Frame.class).values().get("median"));
        return ((Number) median).doubleValue();
    }

    private JobStatus job(ProjectId project, WorkbenchResponse response) {
        return fixture.studio.jobs().status(project, ANNA, requireNonNull(response.jobId()));
    }

    @Test
    void a_stopped_run_brings_nothing_home() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId scenario = fixture.state(project).scenarios().get(0).scenarioId();
        fixture.holdJobs();
        WorkbenchResponse run = fixture.act(
                project,
                "simulation",
                "run",
                Map.of("scenario_id", scenario.toString(), "simulation_config", Map.of("replicates", 2)));
        fixture.act(project, "simulation", "stop", Map.of());
        fixture.runJobs();

        assertThat(job(project, run).state()).isEqualTo(JobStatus.State.CANCELLED);
        assertThat(fixture.state(project).scenarios().get(0).stale()).isTrue();
    }

    @Test
    void a_scenario_edited_while_it_runs_is_stale_and_undo_makes_the_late_result_current() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId scenario = fixture.aScenario(project, "Late", Map.of("share", 0.1));
        fixture.holdJobs();
        fixture.act(project, "scenario", "run_scenario", Map.of("scenario_id", scenario.toString()));
        fixture.act(
                project,
                "scenario",
                "edit_scenario",
                Map.of(
                        "scenario_id",
                        scenario.toString(),
                        "scenario_config",
                        Map.of("variable_overrides", List.of(Map.of("variable", "share", "value", 0.9)))));
        fixture.runJobs();
        assertThat(fixture.state(project).scenarios().get(2).stale()).isTrue();

        fixture.studio.workbench().undo(project, ANNA);

        assertThat(fixture.state(project).scenarios().get(2).status()).isEqualTo(ScenarioStatus.COMPLETED);
    }

    @Test
    void an_export_holds_the_annotations_and_says_when_the_report_is_stale() {
        ProjectId project = fixture.aCompleteProject();
        fixture.act(
                project,
                "report",
                "add_annotation",
                Map.of("annotation", Map.of("section", "headline", "text", "Mind the tax", "author", "Anna")));
        fixture.act(project, "report", "export", Map.of("export_format", "html"));
        assertThat(exported(project)).isEqualTo("Norway goes electric\nMind the tax");
        assertThat(fixture.studio.reports().latest(project, ANNA).exportUrls()).containsKey(ExportFormat.HTML);

        override(project, "share[2024-01]", 0.3);
        fixture.act(project, "report", "export", Map.of("export_format", "html"));

        assertThat(exported(project)).endsWith("\nstale");
    }

    private String exported(ProjectId project) {
        return new String(fixture.studio.reports().exported(project, ANNA, ExportFormat.HTML), StandardCharsets.UTF_8);
    }

    @Test
    void an_export_in_a_format_that_nobody_wired_fails_with_the_formats_that_are() {
        ProjectId project = fixture.aCompleteProject();

        WorkbenchResponse response = fixture.act(project, "report", "export", Map.of("export_format", "pptx"));

        assertThat(job(project, response).error()).isEqualTo("No exporter for PPTX is wired; wired are [HTML].");
        assertThatThrownBy(() -> fixture.studio.reports().exported(project, ANNA, ExportFormat.PPTX))
                .isInstanceOf(NotFoundException.class);
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
        fixture.act(
                project,
                "scenario",
                "edit_scenario",
                Map.of("scenario_id", renamed, "scenario_config", Map.of("name", "Business as usual")));

        assertThat(fixture.state(project).workbenchStates().report().freshness().causes())
                .anySatisfy(cause -> assertThat(cause.input()).isEqualTo("scenario/" + renamed + "/name"));
        fixture.act(project, "report", "export", Map.of("export_format", "html"));
        assertThat(exported(project)).endsWith("stale");
    }

    @Test
    void a_paused_run_whose_scenario_was_edited_does_not_go_on_until_the_edit_is_undone() {
        ProjectId project = fixture.aCompleteProject();
        String scenario =
                fixture.aScenario(project, "Late", Map.of("share", 0.1)).toString();
        fixture.holdJobs();
        fixture.act(project, "scenario", "run_scenario", Map.of("scenario_id", scenario));
        fixture.act(project, "simulation", "pause", Map.of());
        fixture.runJobs();
        fixture.act(
                project,
                "scenario",
                "edit_scenario",
                Map.of(
                        "scenario_id",
                        scenario,
                        "scenario_config",
                        Map.of("variable_overrides", List.of(Map.of("variable", "share", "value", 0.9)))));

        assertThatThrownBy(() -> fixture.act(project, "simulation", "resume", Map.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("have changed since its run was paused");

        fixture.studio.workbench().undo(project, ANNA);
        fixture.act(project, "simulation", "resume", Map.of());
        fixture.runJobs();
        assertThat(fixture.state(project).scenarios().get(2).status()).isEqualTo(ScenarioStatus.COMPLETED);
    }

    @Test
    void a_resume_while_the_pause_is_still_on_its_way_is_not_lost() {
        ProjectId project = fixture.aCompleteProject();
        String scenario =
                fixture.aScenario(project, "Late", Map.of("share", 0.1)).toString();
        fixture.holdJobs();
        fixture.act(project, "scenario", "run_scenario", Map.of("scenario_id", scenario));
        fixture.act(project, "simulation", "pause", Map.of());
        fixture.act(project, "simulation", "resume", Map.of());
        fixture.runJobs();

        assertThat(fixture.state(project).scenarios().get(2).status()).isEqualTo(ScenarioStatus.COMPLETED);
    }

    @Test
    void undoing_the_creation_of_a_scenario_ends_its_run_and_redo_finds_it_at_rest() {
        ProjectId project = fixture.aCompleteProject();
        String scenario =
                fixture.aScenario(project, "Late", Map.of("share", 0.1)).toString();
        fixture.holdJobs();
        WorkbenchResponse run = fixture.act(project, "scenario", "run_scenario", Map.of("scenario_id", scenario));
        fixture.studio.workbench().undo(project, ANNA);
        fixture.runJobs();
        fixture.studio.workbench().redo(project, ANNA);

        assertThat(fixture.state(project).scenarios().get(2).status()).isEqualTo(ScenarioStatus.DEFINED);
        assertThat(job(project, run).state()).isEqualTo(JobStatus.State.CANCELLED);
    }

    @Test
    void a_shock_to_a_variable_that_does_not_exist_is_refused_and_the_run_goes_on() {
        ProjectId project = fixture.aCompleteProject();
        String scenario = fixture.aScenario(project, "Late", Map.of()).toString();
        fixture.holdJobs();
        fixture.act(project, "scenario", "run_scenario", Map.of("scenario_id", scenario));

        assertThatThrownBy(() -> fixture.act(
                        project,
                        "simulation",
                        "inject_shock",
                        Map.of("shock", Map.of("variable", "nonsense", "magnitude", 1))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("nonsense");
        fixture.runJobs();
        assertThat(fixture.state(project).scenarios().get(2).status()).isEqualTo(ScenarioStatus.COMPLETED);
    }

    @Test
    void a_viewer_looks_and_steps_through_recordings_and_changes_nothing() {
        ProjectId project = fixture.aCompleteProject();
        fixture.invite(project, BO, Role.VIEWER);

        fixture.actAs(BO, project, "simulation", "step_forward", Map.of("tick", 3));
        fixture.actAs(BO, project, "population", "view_archetypes", Map.of());

        assertThatThrownBy(
                        () -> fixture.actAs(BO, project, "population", "resize_population", Map.of("target_size", 5)))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("needs the role editor, but yours is viewer");
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

    @Test
    void a_job_that_nobody_will_run_any_more_fails_and_leaves_the_lane_free() {
        ProjectId project = fixture.aProject();
        StudioOrchestrator closed = StudioOrchestrator.builder()
                .storage(fixture.storage)
                .engines(fixture.engines)
                .build();
        closed.close();

        WorkbenchResponse response =
                closed.workbench().execute(project, ANNA, StudioFixture.action("data", "refresh_data", Map.of()));

        assertThat(closed.jobs()
                        .status(project, ANNA, requireNonNull(response.jobId()))
                        .errorCode())
                .isEqualTo("studio_closed");
        fixture.act(project, "data", "refresh_data", Map.of());
        assertThat(fixture.state(project).status()).isEqualTo(ProjectStatus.DATA_READY);
    }

    @Test
    void a_cancelled_job_ends_at_once_and_leaves_the_lane_free() throws Exception {
        ProjectId project = fixture.aProject();
        fixture.holdJobs();
        WorkbenchResponse started = fixture.act(project, "data", "refresh_data", Map.of());

        JobStatus cancelled = fixture.studio.jobs().cancel(project, ANNA, requireNonNull(started.jobId()));
        fixture.runJobs();

        assertThat(cancelled.state()).isEqualTo(JobStatus.State.CANCELLED);
        assertThat(fixture.studio.jobs().await(project, ANNA, requireNonNull(started.jobId()), Duration.ZERO))
                .isEqualTo(cancelled);
        assertThat(fixture.state(project).status()).isEqualTo(ProjectStatus.DRAFT);
    }
}
