package io.futureos.studio.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.workflow.Workbench;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FieldsTest {

    @Test
    void a_problem_reads_as_a_sentence() {
        assertThat(message("data", "preview_data", "{\"limit\": \"50\"}"))
                .isEqualTo("/limit is the text \"50\", not a whole number. Give a whole number from 1 to 1,000.");
        assertThat(message("data", "preview_data", "{\"limit\": 5000}"))
                .isEqualTo("/limit is 5000. Give a whole number from 1 to 1,000.");
        assertThat(message("data", "configure_source", "{\"configuration\": {}}"))
                .isEqualTo("/source_name is missing. Give text of 1 to 255 characters that is not blank.");
        assertThat(message("report", "export", "{\"export_format\": \"xml\"}"))
                .isEqualTo("/export_format is the text \"xml\". Give one of pdf, pptx, html, docx.");
        assertThat(message("scenario", "compare_scenarios", "{\"compare_ids\": []}"))
                .isEqualTo("/compare_ids has 0 entries. Give a list of 1 to 20 entries.");
        assertThat(message("report", "customize", "{\"report_config\": {}}"))
                .isEqualTo("/report_config is empty. Give at least one of template, sections, branding,"
                        + " include_charts, include_methodology, language, number_format.");
        assertThat(message("population", "adjust_distribution", """
                {"adjustment": {"dimension": "age", "target": {"young": 0}}}"""))
                .isEqualTo("/adjustment/target has no category with a weight above 0."
                        + " Give each category a number of 0 or more, and at least one category more than 0.");
        assertThat(message("data", "override_value", """
                {"override": {"field": "f", "value": 1, "remove": true}}"""))
                .isEqualTo("/override/value is given although the override is removed."
                        + " Leave out either value or remove.");
    }

    @Test
    void what_was_sent_is_shown_short_and_fit_to_be_sent_back() {
        String message = message("report", "export", "{\"export_format\": \"\\ud800" + "x".repeat(100_000) + "\"}");

        assertThat(message).startsWith("/export_format is the text \"\uFFFDxx").hasSizeLessThan(200);
    }

    @ParameterizedTest
    @CsvSource({
        "sorce_name, source_name",
        "sourceName, source_name",
        "config, configuration",
        "configuration_, configuration"
    })
    void an_unknown_field_is_told_the_nearest_one(String unknown, String nearest) {
        String payload = "{\"source_name\": \"s\", \"configuration\": {}, \"" + unknown + "\": 1}";

        assertThat(message("data", "configure_source", payload)).contains("The nearest field is " + nearest + ";");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20000", "20000.0", "2e4"})
    void a_whole_number_may_be_written_in_any_way(String size) {
        assertThat(read("population", "resize_population", "{\"target_size\": " + size + "}"))
                .isEqualTo(new Reading.Read<>(new PopulationAction.ResizePopulation(20_000)));
    }

    @Test
    void open_objects_may_be_nested_32_levels_deep_and_no_deeper() {
        assertThat(read("population", "edit_archetype", edits(31))).isInstanceOf(Reading.Read.class);
        assertThat(message("population", "edit_archetype", edits(32)))
                .isEqualTo("/edits is nested more than 32 levels deep. Give a value that is nested at most 32 levels"
                        + " deep.");
        assertThat(message("population", "edit_archetype", edits(900)))
                .startsWith("/edits can't be kept: Values may be nested 64 levels deep");
    }

    @Test
    void what_no_json_parser_hands_over_is_a_problem_of_its_place_too() {
        var edits = new HashMap<Object, Object>(Map.of("when", new StringBuilder("now")));
        edits.put("size", Double.NaN);

        var reading =
                ActionReader.read(Workbench.POPULATION, "edit_archetype", Map.of("archetype_id", "a", "edits", edits));

        assertThat(reading.<List<FieldProblem>>match(read -> List.of(), problems -> problems))
                .extracting(FieldProblem::pointer)
                .containsExactlyInAnyOrder("/edits/when", "/edits/size");
    }

    @Test
    void length_counts_characters_and_not_their_halves() {
        assertThat(read(
                        "population",
                        "edit_archetype",
                        "{\"archetype_id\": \"" + "😀".repeat(255) + "\", \"edits\": {}}"))
                .isInstanceOf(Reading.Read.class);
        assertThat(message(
                        "population",
                        "edit_archetype",
                        "{\"archetype_id\": \"" + "😀".repeat(256) + "\", \"edits\": {}}"))
                .startsWith("/archetype_id has 256 characters.");
    }

    private static String edits(int levelsBelow) {
        return "{\"archetype_id\": \"a\", \"edits\": {\"x\": " + "[".repeat(levelsBelow) + "]".repeat(levelsBelow)
                + "}}";
    }

    private static String message(String workbench, String action, String payload) {
        return read(workbench, action, payload).match(Object::toString, problems -> {
            assertThat(problems).hasSize(1);
            return problems.get(0).message();
        });
    }

    private static Reading<WorkbenchAction> read(String workbench, String action, String payload) {
        return ActionReader.read(Workbench.ofWireName(workbench).orElseThrow(), action, Json.object(payload));
    }
}
