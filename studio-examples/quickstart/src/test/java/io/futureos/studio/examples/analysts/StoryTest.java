package io.futureos.studio.examples.analysts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoryTest {

    @Test
    void the_story_is_told_to_its_end() throws Exception {
        var told = new ByteArrayOutputStream();

        Story.tell(Path.of("data/norway"), new PrintStream(told, true, StandardCharsets.UTF_8));

        assertThat(told.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "The project is complete, its report up to date.",
                        "Ada sees who is there: Bo.",
                        "Out of date now: population, scenario, simulation, report.",
                        "The report is stale because of data/override/new_cars.battery_electric[2024-12]",
                        "What the data needs: refresh_data.",
                        "Bo thinks again and undoes it.",
                        "The project is complete, its report up to date.",
                        "She is told: Bo set data/override/new_cars.battery_electric[2024-12]",
                        "They agree on Bo's figure",
                        "The project is complete, its report up to date.",
                        "there is nobody now",
                        "Ada restores version 2.",
                        "The project is complete, its report up to date.",
                        "Ada: Restored the project as of version 2");
    }
}
