package io.futureos.studio.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.ProjectStatus;
import io.futureos.studio.model.UserId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadmeTest {

    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path README = MODULE.resolve("../../README.md");

    @Test
    void the_lines_that_the_readme_shows_are_the_ones_that_compile() throws Exception {
        String source = Files.readString(
                MODULE.resolve("src/main/java/io/futureos/studio/examples/quickstart/FirstSteps.java"));
        String snippet = source.substring(
                source.indexOf("// README begins\n") + "// README begins\n".length(),
                source.indexOf("        // README ends"));

        assertThat(Files.readString(README))
                .contains("```java\n" + snippet.stripTrailing().stripIndent() + "\n```");
    }

    @Test
    void they_do_what_they_say() throws Exception {
        UserId analyst = UserId.of("6f1c2a6e-3d0b-4d61-9a52-0c1f6b1d7a01");

        assertThat(FirstSteps.run(analyst, MODULE.resolve("data/norway"))).isEqualTo(ProjectStatus.DATA_READY);
    }

    @Test
    void the_two_commands_stand_under_their_headings() throws Exception {
        List<String> lines = Files.readAllLines(README);

        assertThat(commandUnder(lines, "## Try it")).contains("studio-quickstart.jar");
        assertThat(commandUnder(lines, "## Test it")).contains("verify");
    }

    private static String commandUnder(List<String> lines, String heading) {
        int fence = lines.indexOf(heading) + 2;
        assertThat(lines.get(fence)).isEqualTo("```sh");
        assertThat(lines.get(fence + 2)).isEqualTo("```");
        return lines.get(fence + 1);
    }
}
