package io.futureos.studio.workflow;

import static io.futureos.studio.workflow.Workbench.DATA;
import static io.futureos.studio.workflow.Workbench.POPULATION;
import static io.futureos.studio.workflow.Workbench.REPORT;
import static io.futureos.studio.workflow.Workbench.SCENARIO;
import static io.futureos.studio.workflow.Workbench.SIMULATION;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WorkflowGraphTest {

    @Test
    void the_contracts_graph_is_the_standard_one() {
        assertThat(WorkflowGraph.of(contract())).isEqualTo(WorkflowGraph.standard());
        assertThat(WorkflowGraph.of(Map.of("workflow", contract()))).isEqualTo(WorkflowGraph.standard());
    }

    @Test
    void it_is_written_as_the_contract_writes_it() {
        assertThat(WorkflowGraph.standard().toOpen()).isEqualTo(Map.of("workflow", contract()));
        assertThat(WorkflowGraph.of(WorkflowGraph.standard().toOpen())).isEqualTo(WorkflowGraph.standard());
    }

    @Test
    void a_change_reaches_everything_downstream() {
        WorkflowGraph graph = WorkflowGraph.standard();

        assertThat(graph.stages()).containsExactly(Workbench.values());
        assertThat(graph.downstream(DATA)).containsExactly(POPULATION, SCENARIO, SIMULATION, REPORT);
        assertThat(graph.downstream(SIMULATION)).containsExactly(REPORT);
        assertThat(graph.downstream(REPORT)).isEmpty();
        assertThat(graph.upstream(SIMULATION)).containsExactly(DATA, POPULATION, SCENARIO);
        assertThat(graph.upstream(DATA)).isEmpty();
    }

    @Test
    void another_graph_without_a_circle_is_a_workflow_too() {
        WorkflowGraph graph = WorkflowGraph.of(changed(json -> {
            dependencies(json).put("population", List.of());
            dependencies(json).put("data", List.of("population"));
            dependencies(json).put("scenario", List.of("data", "population"));
            rules(json).put("population_changed", List.of("data", "scenario", "simulation", "report"));
            rules(json).put("data_changed", List.of("scenario", "simulation", "report"));
        }));

        assertThat(graph.stages()).containsExactly(POPULATION, DATA, SCENARIO, SIMULATION, REPORT);
        assertThat(graph.downstream(POPULATION)).containsExactly(DATA, SCENARIO, SIMULATION, REPORT);
        assertThat(WorkflowGraph.of(graph.toOpen())).isEqualTo(graph);
    }

    @Test
    void a_circle_is_named() {
        assertThat(problems(json -> dependencies(json).put("data", List.of("population"))))
                .containsExactly("stages depend on each other in a circle: data -> population -> data");
        assertThat(problems(json -> dependencies(json).put("data", List.of("data"))))
                .containsExactly("stages depend on each other in a circle: data -> data");
        assertThat(problems(json -> dependencies(json).put("data", List.of("report"))))
                .containsExactly("stages depend on each other in a circle: "
                        + "data -> report -> simulation -> scenario -> population -> data");
    }

    @Test
    void two_circles_are_both_named() {
        assertThat(problems(json -> {
                    dependencies(json).put("data", List.of("data"));
                    dependencies(json).put("report", List.of("report", "simulation"));
                }))
                .containsExactly(
                        "stages depend on each other in a circle: data -> data",
                        "stages depend on each other in a circle: report -> report");
    }

    @Test
    void a_stage_that_is_unknown_missing_or_there_twice_is_named() {
        assertThat(problems(json ->
                        json.put("stages", List.of("data", "data", "demography", "scenario", "simulation", "report"))))
                .containsExactly(
                        "stages names data twice",
                        "stages names an unknown stage \"demography\"; "
                                + "the stages are data, population, scenario, simulation, report",
                        "stages lacks population");
    }

    @Test
    void a_dependency_on_an_unknown_stage_is_named() {
        assertThat(problems(json -> {
                    dependencies(json).put("scenario", List.of("people"));
                    dependencies(json).put("Data", List.of());
                }))
                .containsExactly(
                        "dependencies of scenario names an unknown stage \"people\"; "
                                + "the stages are data, population, scenario, simulation, report",
                        "dependencies names an unknown stage \"Data\"; "
                                + "the stages are data, population, scenario, simulation, report");
        assertThat(problems(json -> dependencies(json).remove("report"))).containsExactly("dependencies lacks report");
    }

    @Test
    void a_rule_that_does_not_follow_from_the_dependencies_is_named() {
        assertThat(problems(json -> {
                    rules(json).put("population_changed", List.of("report", "data", "scenario"));
                    rules(json).put("report_changed", List.of("data"));
                    rules(json).put("weather_changed", List.of());
                    rules(json).remove("simulation_changed");
                }))
                .containsExactly(
                        "invalidation_rules has an unknown rule \"weather_changed\"; "
                                + "a rule is named after a stage, as \"data_changed\"",
                        "population_changed lacks simulation, which the dependencies reach",
                        "population_changed names data, which the dependencies do not reach",
                        "invalidation_rules lacks simulation_changed, which follows from the dependencies: report",
                        "report_changed names data, which the dependencies do not reach");
    }

    @Test
    void a_part_of_another_shape_is_named() {
        assertThat(problems(Map::clear))
                .containsExactly(
                        "stages must be a list of stages, but is null", "dependencies must be an object, but is null");
        assertThat(problems(json -> json.put("invalidation_rules", List.of())))
                .containsExactly("invalidation_rules must be an object, but is []");
        assertThat(problems(json -> json.put(
                        "stages", Arrays.asList("data", null, 3L, "population", "scenario", "simulation", "report"))))
                .containsExactly(
                        "stages names an unknown stage null; "
                                + "the stages are data, population, scenario, simulation, report",
                        "stages names an unknown stage 3; "
                                + "the stages are data, population, scenario, simulation, report");
    }

    private static List<String> problems(Consumer<Map<String, Object>> change) {
        Map<String, Object> json = changed(change);
        var refusal = catchThrowableOfType(InvalidWorkflowException.class, () -> WorkflowGraph.of(json));
        assertThat(refusal).hasMessage("The workflow is not valid: " + String.join("; ", refusal.problems()));
        return refusal.problems();
    }

    private static Map<String, Object> changed(Consumer<Map<String, Object>> change) {
        Map<String, Object> json = contract();
        change.accept(json);
        return json;
    }

    private static Map<String, Object> contract() {
        var dependencies = new LinkedHashMap<String, Object>();
        dependencies.put("data", List.of());
        dependencies.put("population", List.of("data"));
        dependencies.put("scenario", List.of("population"));
        dependencies.put("simulation", List.of("scenario"));
        dependencies.put("report", List.of("simulation"));
        var rules = new LinkedHashMap<String, Object>();
        rules.put("data_changed", List.of("population", "scenario", "simulation", "report"));
        rules.put("population_changed", List.of("scenario", "simulation", "report"));
        rules.put("scenario_changed", List.of("simulation", "report"));
        rules.put("simulation_changed", List.of("report"));
        var json = new LinkedHashMap<String, Object>();
        json.put("stages", List.of("data", "population", "scenario", "simulation", "report"));
        json.put("dependencies", dependencies);
        json.put("invalidation_rules", rules);
        return json;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> dependencies(Map<String, Object> json) {
        return (Map<String, Object>) requireNonNull(json.get("dependencies"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> rules(Map<String, Object> json) {
        return (Map<String, Object>) requireNonNull(json.get("invalidation_rules"));
    }
}
