package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.ProjectUpdate;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState.ScenarioState;
import io.futureos.studio.model.ScenarioId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a comparison is asked with, and how it is told; what it finds is the engines' business. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparisonTest {

    private final StudioFixture fixture = new StudioFixture();

    private Map<String, Object> compared(ProjectId project) {
        List<String> ids = fixture.state(project).scenarios().stream()
                .map(ScenarioState::scenarioId)
                .map(ScenarioId::toString)
                .toList();
        return fixture.act(project, "scenario", "compare_scenarios", Map.of("compare_ids", ids))
                .result();
    }

    @SuppressWarnings("unchecked") // open values
    private static List<Map<String, Object>> list(Map<String, Object> answer, String name) {
        return (List<Map<String, Object>>) requireNonNull(answer.get(name));
    }

    @Test
    void scenarios_stand_side_by_side_and_each_but_the_first_against_the_first() {
        ProjectId project = fixture.aCompleteProject();
        List<ScenarioState> scenarios = fixture.state(project).scenarios();
        long revision = fixture.state(project).revision();

        Map<String, Object> answer = compared(project);

        assertThat(answer).containsEntry("quantity", "the toy's level");
        List<Map<String, Object>> sides = list(answer, "scenarios");
        double first = (double) requireNonNull(sides.get(0).get("event_probability"));
        double second = (double) requireNonNull(sides.get(1).get("event_probability"));
        assertThat(sides.get(1)).containsEntry("difference_to_first", second - first);
        assertThat(list(answer, "pairs"))
                .singleElement()
                .satisfies(pair -> assertThat(pair)
                        .containsEntry(
                                "scenario_id", scenarios.get(1).scenarioId().toString())
                        .containsEntry(
                                "against_id", scenarios.get(0).scenarioId().toString())
                        .containsEntry("paired", true)
                        .containsEntry("probability_difference", second - first)
                        .doesNotContainKey("scenario"));
        assertThat(fixture.state(project).revision()).isEqualTo(revision);
    }

    @Test
    void a_report_is_told_how_its_scenarios_differ() {
        ProjectId project = fixture.aCompleteProject();
        fixture.aScenario(project, "Not run", Map.of());
        Object difference = list(compared(project), "pairs").get(0).get("probability_difference");

        assertThat(report(project))
                .contains("<p>Difference of 1: " + difference + "</p>")
                .doesNotContain("Difference of 2");
    }

    @Test
    void a_report_is_written_without_a_comparison_that_is_refused() {
        fixture.engines.refuseToCompare("I can't.");
        ProjectId project = fixture.aCompleteProject();

        assertThat(report(project)).contains("<p>").doesNotContain("Difference");
    }

    private String report(ProjectId project) {
        fixture.act(project, "report", "generate", Map.of());
        return fixture.studio
                .reports()
                .latest(project, ANNA)
                .content()
                .sections()
                .get(0)
                .contentHtml();
    }

    @Test
    void a_scenario_that_was_not_run_is_said_to_have_no_run() {
        ProjectId project = fixture.aCompleteProject();
        fixture.aScenario(project, "Not run", Map.of());

        Map<String, Object> answer = compared(project);

        assertThat(list(answer, "scenarios").get(2))
                .containsEntry("notes", List.of("It was not run."))
                .doesNotContainKey("event_probability");
        assertThat(list(answer, "pairs")).hasSize(2);
    }

    @Test
    void runs_that_were_made_from_different_data_are_not_paired() {
        ProjectId project = fixture.aCompleteProject();
        ScenarioId first = fixture.state(project).scenarios().get(0).scenarioId();
        fixture.override(project, "share[2024-01]", 0.3);
        fixture.act(project, "data", "refresh_data", Map.of("fetch", false));
        fixture.act(project, "population", "regenerate", Map.of());
        fixture.act(project, "scenario", "run_scenario", Map.of("scenario_id", first.toString()));

        Map<String, Object> answer = compared(project);

        assertThat(list(answer, "scenarios"))
                .extracting(side -> side.get("stale"))
                .containsExactly(false, true);
        assertThat(list(answer, "pairs")).extracting(pair -> pair.get("paired")).containsExactly(false);
    }

    @Test
    void without_a_question_or_data_there_is_nothing_to_compare_and_that_is_said() {
        ProjectId project = fixture.aProjectWithoutQuestion();
        fixture.aScenario(project, "One", Map.of());
        fixture.aScenario(project, "Another", Map.of());

        Map<String, Object> answer = compared(project);

        assertThat(list(answer, "scenarios")).hasSize(2);
        assertThat(answer)
                .containsEntry("note", "Nothing was run yet, so there is nothing to compare.")
                .doesNotContainKey("pairs");
    }

    @Test
    void an_engine_that_can_not_compare_is_quoted_and_the_rest_is_answered() {
        ProjectId project = fixture.aCompleteProject();
        fixture.engines.refuseToCompare("I can't.");

        Map<String, Object> answer = compared(project);

        assertThat(answer).containsEntry("note", "I can't.");
        assertThat(list(answer, "scenarios").get(0)).containsKey("event_probability");
    }

    @Test
    void after_the_question_was_changed_runs_are_told_to_be_stale() {
        ProjectId project = fixture.aCompleteProject();
        fixture.studio
                .projects()
                .update(project, ANNA, new ProjectUpdate(null, null, "Will it be above one half in 2026?", null));

        assertThat(list(compared(project), "scenarios"))
                .extracting(side -> side.get("stale"))
                .containsExactly(true, true);
    }
}
