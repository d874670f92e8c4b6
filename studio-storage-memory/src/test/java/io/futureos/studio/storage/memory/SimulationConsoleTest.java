package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static io.futureos.studio.storage.memory.StudioFixture.BO;
import static io.futureos.studio.storage.memory.StudioFixture.scenario;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.futureos.studio.AccessDeniedException;
import io.futureos.studio.RefusedException;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.action.ActionReader;
import io.futureos.studio.action.FieldProblem;
import io.futureos.studio.engine.SimulationEngine.Frame;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.live.StudioEvent.JobProgressed;
import io.futureos.studio.model.DataFormat;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.RunRecord;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.ScenarioStatus;
import io.futureos.studio.model.SimulationStatus;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.workflow.Workbench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SimulationConsoleTest {

    private final StudioFixture fixture = new StudioFixture();

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
        assertThat(fixture.simulation(project).status()).isEqualTo(SimulationStatus.RUNNING);
        fixture.act(project, "simulation", "pause", Map.of());
        fixture.runJobs();
        assertThat(fixture.simulation(project).status()).isEqualTo(SimulationStatus.PAUSED);
        assertThat(fixture.simulation(project).currentTick()).isZero();

        fixture.act(project, "simulation", "step_forward", Map.of());
        fixture.runJobs();
        assertThat(fixture.simulation(project).currentTick()).isEqualTo(1);

        WorkbenchResponse shocked = fixture.act(
                project, "simulation", "inject_shock", Map.of("shock", Map.of("variable", "share", "magnitude", 0.2)));
        assertThat(shocked.result()).containsEntry("tick", 2L);
        fixture.act(project, "simulation", "resume", Map.of());
        fixture.runJobs();

        assertThat(fixture.simulation(project).currentTick()).isEqualTo(12);
        assertThat(median(project, 1)).isLessThan(median(project, 2));
        assertThat(fixture.state(project).scenarios().get(0).status())
                .as("a run with injected shocks is exploratory")
                .isEqualTo(ScenarioStatus.DEFINED);
    }

    @Test
    void adopting_injected_shocks_makes_the_run_the_scenarios_own_without_another_run() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId scenario = fixture.aScenario(project, "Late", Map.of("share", 0.1));
        fixture.engines.beforeTick(tick -> {
            if (tick == 5) {
                shock(fixture.studio, project, scenario);
            }
        });
        fixture.act(project, "scenario", "run_scenario", Map.of("scenario_id", scenario.toString()));
        assertThat(scenario(project, 2).status()).isEqualTo(ScenarioStatus.DEFINED);
        int calls = fixture.engines.calls();

        WorkbenchResponse adopted =
                fixture.act(project, "simulation", "adopt_shocks", Map.of("scenario_id", scenario.toString()));

        assertThat(adopted.result()).containsEntry("adopted", 1L);
        assertThat(scenario(project, 2).status()).isEqualTo(ScenarioStatus.COMPLETED);
        assertThat(fixture.engines.calls()).isEqualTo(calls);
        assertThatThrownBy(() ->
                        fixture.act(project, "simulation", "adopt_shocks", Map.of("scenario_id", scenario.toString())))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("No shocks were injected");
        fixture.studio.workbench().undo(project, ANNA);
        assertThat(scenario(project, 2).status()).isEqualTo(ScenarioStatus.DEFINED);
    }

    private ProjectState.ScenarioState scenario(ProjectId project, int index) {
        return fixture.state(project).scenarios().get(index);
    }

    private static WorkbenchResponse shock(StudioOrchestrator studio, ProjectId project, ScenarioId scenario) {
        return studio.workbench()
                .execute(
                        project,
                        ANNA,
                        StudioFixture.action(
                                "simulation",
                                "inject_shock",
                                Map.of(
                                        "scenario_id",
                                        scenario.toString(),
                                        "shock",
                                        Map.of("variable", "share", "magnitude", 0.2))));
    }

    @Test
    void shocks_are_not_adopted_before_the_run_is_over() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId scenario = fixture.aScenario(project, "Late", Map.of("share", 0.1));
        fixture.engines.beforeTick(tick -> {
            if (tick == 5) {
                shock(fixture.studio, project, scenario);
                fixture.act(project, "simulation", "pause", Map.of());
            }
        });
        fixture.act(project, "scenario", "run_scenario", Map.of("scenario_id", scenario.toString()));

        assertThatThrownBy(() -> fixture.act(project, "simulation", "adopt_shocks", Map.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("has not come to its end");
    }

    @Test
    void a_user_at_another_node_controls_the_same_run() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId scenario = fixture.aScenario(project, "Late", Map.of("share", 0.1));
        StudioOrchestrator other = fixture.anotherNode();
        fixture.engines.beforeTick(tick -> {
            if (tick == 4) {
                shock(other, project, scenario);
                actAt(other, project, "pause");
            }
        });

        fixture.act(project, "scenario", "run_scenario", Map.of("scenario_id", scenario.toString()));
        assertThat(fixture.simulation(project).status()).isEqualTo(SimulationStatus.PAUSED);
        assertThat(fixture.simulation(project).currentTick()).isEqualTo(4);
        actAt(other, project, "step_forward");
        assertThat(fixture.simulation(project).currentTick()).isEqualTo(5);
        actAt(other, project, "resume");

        assertThat(fixture.simulation(project).currentTick()).isEqualTo(12);
        assertThat(median(project, 4)).isLessThan(median(project, 5));
    }

    private static void actAt(StudioOrchestrator node, ProjectId project, String action) {
        node.workbench().execute(project, ANNA, StudioFixture.action("simulation", action, Map.of()));
    }

    @Test
    void a_shock_that_comes_from_another_node_too_late_for_its_tick_hits_the_next_and_the_journal_says_so() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId scenario = fixture.aScenario(project, "Late", Map.of("share", 0.1));
        StudioOrchestrator other = fixture.anotherNode();
        fixture.engines.beforeTick(tick -> {
            if (tick == 6) {
                assertThat(shock(other, project, scenario).result())
                        .as("the other node knows what was recorded last")
                        .containsEntry("tick", (long) recorded(project) + 1);
            }
        });

        fixture.act(project, "scenario", "run_scenario", Map.of("scenario_id", scenario.toString()));

        assertThat(median(project, 6)).isLessThan(median(project, 7));
        assertThat(fixture.state(project).modificationLog())
                .anyMatch(entry -> entry.summary().endsWith("and hits tick 7"));
        fixture.act(project, "simulation", "adopt_shocks", Map.of("scenario_id", scenario.toString()));
        assertThat(scenario(project, 2).status()).isEqualTo(ScenarioStatus.COMPLETED);
    }

    private int recorded(ProjectId project) {
        return fixture.storage.journal().after(project, 0).stream()
                .flatMap(revision -> revision.changes().stream())
                .map(change -> change.after().orElse(null))
                .filter(RunRecord.class::isInstance)
                .map(value -> ((RunRecord) value).tick())
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    @Test
    void a_run_whose_node_dies_goes_on_at_another_from_where_it_was_recorded() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId scenario = fixture.aScenario(project, "Late", Map.of("share", 0.1));
        StudioOrchestrator other = fixture.anotherNode();
        var ticks = new ArrayList<Integer>();
        fixture.engines.beforeTick(tick -> {
            ticks.add(tick);
            if (ticks.size() == 6) {
                fixture.pass(Duration.ofSeconds(10));
                other.sweep(); // the first node is silent for longer than its lease, and another one takes the run
            }
        });

        fixture.act(project, "scenario", "run_scenario", Map.of("scenario_id", scenario.toString()));

        assertThat(ticks.subList(0, 6)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(ticks.get(6))
                .as("from the last record, not from the beginning")
                .isBetween(2, 6);
        assertThat(ticks.get(ticks.size() - 1)).isEqualTo(12);
        assertThat(ticks).as("the first node has lost its lane and stops").hasSizeLessThan(6 + 12);
        assertThat(scenario(project, 2).status()).isEqualTo(ScenarioStatus.COMPLETED);
    }

    private double median(ProjectId project, int tick) {
        Object frame = fixture.act(project, "simulation", "replay", Map.of("tick", tick))
                .result()
                .get("frame");
        Object median =
                requireNonNull(StudioJson.fromOpen(frame, Frame.class).values().get("median"));
        return ((Number) median).doubleValue();
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

        assertThat(fixture.job(project, run).state()).isEqualTo(JobStatus.State.CANCELLED);
        assertThat(fixture.state(project).scenarios().get(0).stale()).isTrue();
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
        fixture.edit(
                project,
                ScenarioId.of(scenario),
                Map.of("variable_overrides", List.of(Map.of("variable", "share", "value", 0.9))));

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
        assertThat(fixture.job(project, run).state()).isEqualTo(JobStatus.State.CANCELLED);
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
    void a_run_is_recorded_while_it_goes_on_and_a_stop_leaves_the_recording_behind() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId scenario = fixture.state(project).scenarios().get(0).scenarioId();
        fixture.holdJobs();
        fixture.act(
                project,
                "simulation",
                "run",
                Map.of("scenario_id", scenario.toString(), "simulation_config", Map.of("replicates", 2)));
        fixture.studio.projects().watch(project, ANNA, event -> {
            if (event instanceof JobProgressed progress
                    && progress.job().phase().startsWith("simulated month 11")) {
                fixture.act(project, "simulation", "stop", Map.of());
            }
        });

        fixture.runJobs();

        int recorded = requireNonNull(fixture.simulation(project).currentTick());
        assertThat(recorded).isBetween(2, 10);
        assertThat(median(project, recorded)).isPositive();
        assertThat(fixture.state(project).modificationLog())
                .anyMatch(entry -> entry.summary()
                        .equals("Recorded the run of scenario \"As things stand\" up to tick " + recorded));
    }

    @Test
    void the_frames_of_a_run_come_as_a_file() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId scenario = fixture.state(project).scenarios().get(0).scenarioId();

        byte[] file = fixture.studio.workbench().exportedFrames(project, ANNA, scenario, DataFormat.CSV);

        assertThat(file).hasSizeGreaterThan(10);
        assertThat(fixture.act(
                                project,
                                "simulation",
                                "export_data",
                                Map.of("scenario_id", scenario.toString(), "export_format", "csv"))
                        .result())
                .containsEntry("size", (long) file.length);
    }

    @Test
    void the_sources_show_by_which_edges_the_scenarios_reach_the_question() {
        ProjectId project = fixture.aCompleteProject();
        fixture.act(project, "data", "add_custom_source", StudioFixture.source("tax"));
        fixture.act(project, "data", "add_custom_source", StudioFixture.source("sticker"));
        fixture.act(project, "data", "refresh_data", Map.of());
        fixture.act(project, "population", "regenerate", Map.of());
        fixture.aScenario(project, "Dear", Map.of("tax", 0.9));
        fixture.act(
                project,
                "simulation",
                "run",
                Map.of(
                        "simulation_config",
                        Map.of(
                                "drivers",
                                List.of(
                                        Map.of("variable", "sticker", "reason", "dear is chic"),
                                        Map.of("variable", "tax", "reason", "assumed")),
                                "graph",
                                Map.of(
                                        "stated",
                                        List.of(edge("tax", "sticker", "it is part of it")),
                                        "removed",
                                        List.of(edge("tax", "share", "only by the price"))))));

        Map<String, Object> sources =
                fixture.act(project, "data", "explore_sources", Map.of()).result();

        Object dear = ((List<?>) requireNonNull(sources.get("scenario_paths"))).get(2);
        assertThat(dear)
                .extracting("name", "variables")
                .containsExactly(
                        "Dear",
                        List.of(Map.of(
                                "variable",
                                "tax",
                                "paths",
                                List.of(List.of(
                                        stated("tax", "sticker", "it is part of it"),
                                        stated("sticker", "share", "dear is chic"))))));
        assertThat((Map<?, ?>) sources.get("causal_graph"))
                .extracting("removed")
                .asInstanceOf(LIST)
                .singleElement()
                .extracting("reason")
                .isEqualTo("only by the price");
    }

    private static Map<String, Object> edge(String from, String to, String reason) {
        return Map.of("from", from, "to", to, "reason", reason);
    }

    private static Map<String, Object> stated(String from, String to, String reason) {
        return Map.of("from", from, "to", to, "reason", reason, "lag", 0L, "evidence", "stated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "all | has as its graph the text",
                "{added=[]} | has in its graph added, a list",
                "{removed=x} | has in its graph removed, the text",
                "{removed=[{from=a, to=b}]} | among removed, what is no edge",
                "{stated=[{from=a, to=a, reason=r}]} | among stated, what is no edge",
                "{stated=[{from=a, to=b, reason=r}, {from=a, to=b, reason=r}]} | among stated, one more edge from a to b"
            })
    void a_graph_that_is_none_is_refused(String graph, String problem) {
        Map<String, Object> config = Map.of("simulation_config", Map.of("graph", read(graph)));

        List<FieldProblem> problems =
                ActionReader.read(Workbench.SIMULATION, "run", config).match(read -> List.of(), invalid -> invalid);

        assertThat(problems).singleElement().satisfies(found -> {
            assertThat(found.pointer()).isEqualTo("/simulation_config");
            assertThat(found.problem()).contains(problem);
        });
    }

    /** JSON without its quotes, and with = for colons. */
    private static Object read(String shorthand) {
        return requireNonNull(
                StudioJson.read(shorthand.replaceAll("\\w+", "\"$0\"").replace('=', ':')));
    }

    @Test
    void a_seed_that_is_no_whole_number_is_refused() {
        Map<String, Object> config = Map.of("simulation_config", Map.of("seed", "lucky"));

        List<FieldProblem> problems =
                ActionReader.read(Workbench.SIMULATION, "run", config).match(read -> List.of(), invalid -> invalid);

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.pointer()).isEqualTo("/simulation_config");
            assertThat(problem.problem()).startsWith("has the seed").contains("lucky");
        });
    }
}
