package io.futureos.studio.action;

import static io.futureos.studio.workflow.Workbench.DATA;
import static io.futureos.studio.workflow.Workbench.POPULATION;
import static io.futureos.studio.workflow.Workbench.REPORT;
import static io.futureos.studio.workflow.Workbench.SCENARIO;
import static io.futureos.studio.workflow.Workbench.SIMULATION;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.action.DataAction.ConfigureSource;
import io.futureos.studio.action.DataAction.OverrideValue;
import io.futureos.studio.action.DataAction.PreviewData;
import io.futureos.studio.action.DataAction.RefreshData;
import io.futureos.studio.action.PopulationAction.AdjustDistribution;
import io.futureos.studio.action.PopulationAction.EditArchetype;
import io.futureos.studio.action.PopulationAction.Regenerate;
import io.futureos.studio.action.PopulationAction.ViewNetwork;
import io.futureos.studio.action.ReportAction.AddAnnotation;
import io.futureos.studio.action.ReportAction.Generate;
import io.futureos.studio.action.ReportAction.ScheduleReport;
import io.futureos.studio.action.ScenarioAction.CreateScenario;
import io.futureos.studio.action.ScenarioAction.DuplicateScenario;
import io.futureos.studio.action.SimulationAction.InjectShock;
import io.futureos.studio.action.SimulationAction.Run;
import io.futureos.studio.action.SimulationAction.StepForward;
import io.futureos.studio.model.ReportConfig.Branding;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.Schedule;
import io.futureos.studio.workflow.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ActionReaderTest {

    private static final String ID = "0b1c9f0e-5d5c-4c53-9d0a-3f8f0a6f2c11";

    @Test
    void the_actions_that_can_be_read_are_those_of_the_contract_and_adopt_shocks() {
        assertThat(ActionReader.names(DATA))
                .containsExactly(
                        "explore_sources",
                        "configure_source",
                        "preview_data",
                        "override_value",
                        "add_custom_source",
                        "refresh_data");
        assertThat(ActionReader.names(POPULATION))
                .containsExactly(
                        "view_archetypes",
                        "adjust_distribution",
                        "edit_archetype",
                        "resize_population",
                        "regenerate",
                        "view_network");
        assertThat(ActionReader.names(SCENARIO))
                .containsExactly(
                        "create_scenario",
                        "edit_scenario",
                        "duplicate_scenario",
                        "delete_scenario",
                        "compare_scenarios",
                        "run_scenario");
        assertThat(ActionReader.names(SIMULATION))
                .containsExactly(
                        "run",
                        "pause",
                        "resume",
                        "stop",
                        "replay",
                        "step_forward",
                        "step_backward",
                        "inject_shock",
                        "adopt_shocks",
                        "export_data");
        assertThat(ActionReader.names(REPORT))
                .containsExactly(
                        "generate",
                        "customize",
                        "export",
                        "schedule",
                        "add_annotation",
                        "resolve_outcome",
                        "review_overrides");
    }

    @Test
    void there_is_an_example_of_every_action() {
        var names = new ArrayList<String>();
        for (Workbench workbench : Workbench.values()) {
            names.addAll(ActionReader.names(workbench));
        }

        assertThat(Example.all()).extracting(Example::toString).containsExactlyElementsOf(names);
    }

    @ParameterizedTest
    @MethodSource("io.futureos.studio.action.Example#all")
    void a_full_payload_becomes_the_action(Example example) {
        assertThat(example.read(example.tree())).isEqualTo(new Reading.Read<>(example.action()));
    }

    @ParameterizedTest
    @MethodSource("io.futureos.studio.action.Example#all")
    void a_payload_may_repeat_the_name_of_its_action(Example example) {
        var payload = Json.object(example.tree());
        payload.put("action", example.action().name());

        assertThat(ActionReader.read(
                        example.action().workbench(), example.action().name(), payload))
                .isEqualTo(new Reading.Read<>(example.action()));
    }

    @ParameterizedTest
    @MethodSource("io.futureos.studio.action.Example#all")
    void what_is_written_is_read_back(Example example) {
        assertThat(example.read(Json.tree(ActionWriter.payload(example.action()))))
                .isEqualTo(new Reading.Read<>(example.action()));
    }

    @Test
    void fields_that_are_left_out_have_their_defaults() {
        ScenarioId scenario = ScenarioId.of(ID);

        assertRead(DATA, "configure_source", """
                {"source_name": "cars", "configuration": {}}""", new ConfigureSource("cars", null, Map.of()));
        assertRead(DATA, "preview_data", "{}", new PreviewData(null, 0, 50));
        assertRead(DATA, "refresh_data", "{}", new RefreshData(true));
        assertRead(POPULATION, "regenerate", "{}", new Regenerate(null, null));
        assertRead(POPULATION, "view_network", "{}", new ViewNetwork(200));
        assertRead(
                SCENARIO,
                "create_scenario",
                """
                {"scenario_config": {"name": "Base", "description": "", "variable_overrides": []}}""",
                new CreateScenario(new ScenarioConfig("Base", "", Map.of(), Map.of(), List.of())));
        assertRead(
                SCENARIO,
                "duplicate_scenario",
                "{\"scenario_id\": \"" + ID + "\"}",
                new DuplicateScenario(scenario, null));
        assertRead(SIMULATION, "run", "{}", new Run(null, null));
        assertRead(SIMULATION, "step_forward", "{}", new StepForward(null, null));
        assertRead(SIMULATION, "inject_shock", """
                {"shock": {"variable": "price", "magnitude": 0.5}}""", new InjectShock(null, null, "price", 0.5));
        assertRead(REPORT, "generate", "{}", new Generate(null));
        assertRead(
                REPORT,
                "generate",
                """
                {"report_config": {"branding": {}}}""",
                new Generate(new ReportEdit(null, null, new Branding(null, Map.of()), null, null)));
        assertRead(REPORT, "schedule", """
                {"schedule": {"frequency": "daily", "recipients": ["a@b"]}}""", new ScheduleReport(null, new Schedule("daily", "UTC", List.of("a@b"))));
        assertRead(REPORT, "add_annotation", """
                {"annotation": {"section": "headline", "text": "Hm."}}""", new AddAnnotation("headline", "Hm.", null));
    }

    @Test
    void what_was_changed_can_be_withdrawn() {
        assertRead(DATA, "override_value", """
                {"override": {"field": "cars[1]", "remove": true}}""", new OverrideValue("cars[1]", null, "", true));
        assertRead(DATA, "override_value", """
                {"override": {"field": "cars[1]", "remove": true, "reason": "was right"}}""", new OverrideValue("cars[1]", null, "was right", true));
        assertRead(POPULATION, "adjust_distribution", """
                {"adjustment": {"dimension": "age", "target": {}}}""", new AdjustDistribution("age", Map.of()));
        assertRead(POPULATION, "edit_archetype", """
                {"archetype_id": "a3", "edits": {}}""", new EditArchetype("a3", Map.of()));
        assertRead(
                REPORT,
                "schedule",
                "{\"schedule\": {\"schedule_id\": \"" + ID + "\", \"remove\": true}}",
                ScheduleReport.removing(UUID.fromString(ID)));
    }

    @Test
    void a_figure_may_be_overridden_by_missing_text_and_boolean() {
        for (String value : List.of("null", "\"n/a\"", "\"\"", "true", "-3")) {
            String payload = "{\"override\": {\"field\": \"f\", \"value\": " + value + ", \"reason\": \"r\"}}";

            assertThat(read(DATA, "override_value", payload)).isInstanceOf(Reading.Read.class);
        }
    }

    @Test
    void an_edit_of_a_scenario_changes_only_what_is_given() {
        String payload = "{\"scenario_id\": \"" + ID + "\", \"scenario_config\": {\"shock_events\": []}}";

        assertRead(
                SCENARIO,
                "edit_scenario",
                payload,
                new ScenarioAction.EditScenario(
                        ScenarioId.of(ID), new ScenarioEdit(null, null, null, null, List.of())));
    }

    @Test
    void the_order_of_overrides_is_kept() {
        var variables = List.of("zeta", "alpha", "mid");
        String overrides = variables.stream()
                .map(variable -> "{\"variable\": \"" + variable + "\", \"value\": 1}")
                .collect(joining(", "));

        var reading = read(
                SCENARIO,
                "edit_scenario",
                "{\"scenario_id\": \"" + ID + "\", \"scenario_config\": {\"variable_overrides\": [" + overrides
                        + "]}}");

        assertThat(reading.match(ActionWriter::payload, problems -> Map.of()).toString())
                .containsSubsequence(variables);
    }

    @Test
    void an_action_of_another_workbench_is_unknown() {
        assertThat(read(DATA, "resize_population", "{\"target_size\": 5}"))
                .isEqualTo(new Reading.Invalid<>(List.of(new FieldProblem(
                        "/action",
                        "is the text \"resize_population\"",
                        "Give one of explore_sources, configure_source, preview_data, override_value,"
                                + " add_custom_source, refresh_data."))));
    }

    private static void assertRead(Workbench workbench, String action, String payload, WorkbenchAction expected) {
        assertThat(read(workbench, action, payload)).isEqualTo(new Reading.Read<>(expected));
    }

    private static Reading<WorkbenchAction> read(Workbench workbench, String action, String payload) {
        return ActionReader.read(workbench, action, Json.object(payload));
    }
}
