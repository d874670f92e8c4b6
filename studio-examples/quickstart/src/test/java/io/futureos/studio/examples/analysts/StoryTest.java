package io.futureos.studio.examples.analysts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoryTest {

    private static final Path DATA = Path.of("data/norway");

    private static String told = "";

    @BeforeAll
    static void tell() throws Exception {
        told = told();
    }

    private static String told() throws Exception {
        var paper = new ByteArrayOutputStream();
        Story.tell(DATA, new PrintStream(paper, true, StandardCharsets.UTF_8));
        return paper.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_story_is_told_to_its_end() {
        assertThat(told.replaceAll("\\s+", " "))
                .containsSubsequence(
                        "Ada makes a forecast",
                        "The project is complete, and its report up to date.",
                        "Ada sees Bo at new_cars.battery_electric[2024-12].",
                        "Ada sees nobody there.",
                        "His 8000 for new_cars.battery_electric[2024-12] is still there.",
                        "Out of date now: population, scenario, simulation, report.",
                        "The report is stale, because - Bo set new_cars.battery_electric[2024-12] to 8000",
                        "Bo thinks again, and takes it back.",
                        "The project is complete, and its report up to date.",
                        "It is the same report as before, and no job is at work.",
                        "She is stopped: since she looked, Bo set new_cars.battery_electric[2024-12] to 9000",
                        "They agree on Bo's figure",
                        "The project is complete, and its report up to date.",
                        "At Ada's the run is paused.",
                        "Since the scenario itself knows of no shock, it is stale.",
                        "Ada adopts the shock. Now the run is the scenario's own, and the scenario is up to date.",
                        "- Ada edited scenario \"Charging stays behind\"",
                        "- Ada adopted 1 shock into scenario \"Charging stays behind\"",
                        "The project is complete, and its report up to date.",
                        "To board@example.org",
                        "Attached norway-goes-electric-2025-01-13.html",
                        "Not up to date - Set new_cars.battery_electric[2024-12] to 9100",
                        "Cleo was away for a week.",
                        "- Bo set new_cars.battery_electric[2024-12] to 9100",
                        "Ada restores version 2.",
                        "The project is complete, and its report up to date.",
                        "- Ada restored the project as of version 2")
                .containsOnlyOnce("To board@example.org");
    }

    @Test
    void the_way_back_leads_to_the_chances_of_the_beginning() {
        List<String> chances = told.lines()
                .filter(line -> line.endsWith(" %"))
                .map(String::strip)
                .toList();

        assertThat(chances).hasSize(9);
        assertThat(chances.subList(6, 9)).isEqualTo(chances.subList(0, 3)).isNotEqualTo(chances.subList(3, 6));
    }

    @Test
    void it_is_told_in_lines_that_fit_a_terminal_and_without_ids() {
        assertThat(told.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(89));
        assertThat(told).doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
    }

    /** The file is what the README's command printed before; where a figure or a word is to change, it has to print it anew. */
    @Test
    void it_is_the_same_story_each_time() throws Exception {
        try (InputStream before = StoryTest.class.getResourceAsStream("story.txt")) {
            assertThat(told)
                    .isEqualToNormalizingNewlines(
                            new String(requireNonNull(before).readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
