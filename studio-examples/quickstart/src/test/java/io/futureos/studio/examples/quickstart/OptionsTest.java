package io.futureos.studio.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OptionsTest {

    @Test
    void without_arguments_it_is_norway() throws InputProblem {
        assertThat(Options.read())
                .isEqualTo(new Options(
                        false,
                        Path.of("studio-examples/quickstart/data/norway/template.json"),
                        Path.of("out"),
                        null,
                        null,
                        null,
                        null,
                        Servers.NONE));
    }

    @Test
    void every_option_is_taken_in_either_form() throws InputProblem {
        Options read = Options.read(
                "--seed=-3",
                "--template",
                "t.json",
                "--out=o",
                "--question",
                "a = b?",
                "--as-of",
                "2023-06",
                "--size=9");

        assertThat(read)
                .isEqualTo(
                        new Options(false, Path.of("t.json"), Path.of("o"), "a = b?", "2023-06", -3L, 9, Servers.NONE));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--sead 1|There is no option \"--sead\"; --help lists them all.",
                "out|There is no option \"out\"",
                "--seed|--seed has no value; write --seed and a whole number.",
                "--seed --out x|--seed has no value",
                "--out=|--out has no value; write --out and a folder.",
                "--seed 1 --seed 2|--seed is given twice; give it once.",
                "--seed 1.5|--seed is \"1.5\"; give a whole number from -9007199254740991 to 9007199254740991.",
                "--seed 9007199254740992|--seed is \"9007199254740992\"; give a whole number",
                "--size 0|--size is \"0\"; give a whole number from 1 to 2000000.",
                "--size 2000001|--size is",
                "--size many|--size is \"many\"",
                "--as-of 2024-13|--as-of is \"2024-13\", which is not a month; write year and month as YYYY-MM, as in 2024-12.",
                "--as-of 2024|which is not a month",
                "--as-of December|which is not a month",
            })
    void what_is_wrong_is_told_with_what_would_be_right(String line, String message) {
        assertThatThrownBy(() -> Options.read(line.split(" ")))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining(message);
    }

    @Test
    void help_explains_every_option() throws InputProblem {
        assertThat(Options.read("--help").help()).isTrue();
        assertThat(Options.help(Quickstart.FILES))
                .contains("--template", "--question", "--as-of", "--out", "--seed", "--size", "--help", "exit code")
                .contains("--postgres", "--migrate", "--redis", "--s3");
    }
}
