package io.futureos.studio.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProgressTest {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(screen, true, UTF_8);

    @Test
    void a_bar_grows_on_its_line_and_what_came_of_it_takes_its_place() {
        Progress progress = Progress.on(new Terminal(true, false, true), out, 5);
        progress.begin("Data");
        progress.at("reading", 0.5);
        progress.done("4 sources");

        List<String> drawn = drawn();
        assertThat(drawn.get(1)).startsWith("  1/5 Data        ░░░░").contains("  0 %");
        assertThat(drawn.get(2)).contains("████████████░░░░░░░░░░░░  50 %  reading");
        assertThat(drawn.get(3)).startsWith("✓ 1/5 Data        4 sources (").endsWith(System.lineSeparator());
        assertThat(drawn.get(3).strip().length()).isLessThan(60);
        assertThat(drawn).hasSize(4);
    }

    @Test
    void a_bar_never_leaves_the_line_however_long_the_phase_is() {
        Progress progress = Progress.on(new Terminal(true, false, false), out, 5);
        progress.begin("Data");
        progress.at("reading ".repeat(20), 1);

        assertThat(drawn().get(2)).hasSizeLessThan(80).isASCII().endsWith("reading read~");
    }

    @Test
    void colours_are_for_terminals_that_like_them() {
        Progress.on(new Terminal(true, false, true), out, 1).done("plain");
        assertThat(screen.toString(UTF_8)).doesNotContain("\u001b");

        Progress.on(new Terminal(true, true, true), out, 1).done("green");
        assertThat(screen.toString(UTF_8)).contains("\u001b[32m✓\u001b[0m");
    }

    @Test
    void a_bar_that_is_abandoned_leaves_an_empty_line_for_what_follows() {
        Progress progress = Progress.on(new Terminal(true, false, true), out, 1);
        progress.begin("Data");
        progress.abandon();
        progress.at("late", 1);

        assertThat(drawn().get(1)).endsWith(System.lineSeparator());
        assertThat(drawn()).hasSize(2);
    }

    @Test
    void a_log_gets_two_lines_for_each_step() {
        Progress progress = Progress.on(Terminal.PLAIN, out, 2);
        progress.begin("Data");
        progress.at("reading", 0.5);
        progress.done("4 sources");

        assertThat(screen.toString(UTF_8).lines().toList())
                .hasSize(2)
                .startsWith("[1/2] Data ...")
                .last()
                .asString()
                .startsWith("      4 sources (");
    }

    private List<String> drawn() {
        return Arrays.asList(screen.toString(UTF_8).split("\r(?!\n)"));
    }
}
