package io.futureos.studio.engines.local.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.report.BoundNumber;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.Origin.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhraseTest {

    private static final Path SOURCES =
            Path.of("src", "main", "java", "io", "futureos", "studio", "engines", "local", "explain");
    private static final Origin HERE = Origin.of(Kind.QUESTION).at("threshold");

    @Test
    void a_number_without_an_origin_can_not_be_said() {
        assertThatThrownBy(() -> Phrase.say("of 120 forecasts"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The number 120 in \"of 120 forecasts\" has no origin");
        assertThat(Phrase.say("the 90 % interval").numbers())
                .extracting(number -> number.origins().get(0).kind())
                .containsExactly(Kind.CONVENTION);
    }

    @Test
    void phrases_go_into_their_places_with_their_numbers() {
        Phrase share = Figure.at(0.2345, HERE).percent();

        Phrase said = Phrase.say("{} of {}, a 50 % interval", share.strong(), Phrase.quoted("cars of 2,500 kg", HERE));

        assertThat(said.text()).isEqualTo("23 % of cars of 2,500 kg, a 50 % interval");
        assertThat(said.html()).isEqualTo("<strong>23 %</strong> of cars of 2,500 kg, a 50 % interval");
        assertThat(said.numbers().subList(0, 2))
                .containsExactly(
                        new BoundNumber("23 %", 0.2345, false, List.of(HERE)),
                        new BoundNumber("2,500", 2500.0, false, List.of(HERE)));
        assertThatThrownBy(() -> Phrase.say("{} and {}", share)).hasMessageContaining("2 places for 1 phrases");
    }

    @Test
    void a_computed_number_names_all_that_it_was_computed_from() {
        Origin there = Origin.of(Kind.FORECAST, "VAT").at("whole", "q50");

        Phrase said = Figure.at(0.75, there).minus(Figure.at(0.5, HERE)).differenceIn("share");

        assertThat(said.numbers())
                .containsExactly(new BoundNumber("+25.0 percentage points", 0.25, true, List.of(there, HERE)));
    }

    /** Also of sentences that no test makes it say. */
    @Test
    void no_sentence_in_this_package_has_a_number_of_its_own() throws IOException {
        Set<String> printedFromFigures = Set.of("less than 0.001", "less than 0.01 %");
        Pattern literal = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
        List<Path> sources;
        try (Stream<Path> files = Files.list(SOURCES)) {
            sources = files.filter(file -> file.toString().endsWith("Section.java")
                            || file.endsWith("Link.java")
                            || file.endsWith("Versus.java")
                            || file.endsWith("NearCertainty.java")
                            || file.endsWith("Worth.java")
                            || file.endsWith("Parameters.java")
                            || file.endsWith("Argued.java")
                            || file.endsWith("Findings.java"))
                    .toList();
        }

        assertThat(sources).hasSizeGreaterThan(8);
        for (Path source : sources) {
            assertThat(literal.matcher(Files.readString(source).replaceAll("(?s)/\\*.*?\\*/", ""))
                            .results()
                            .map(found -> found.group(1))
                            .filter(words -> words.contains(" ") && !words.startsWith("%"))
                            .filter(words -> !printedFromFigures.contains(words)))
                    .as("%s", source)
                    .allSatisfy(words -> assertThat(Convention.numbersIn(words)).isNotNull());
        }
    }

    @Test
    void names_in_a_pointer_are_escaped() {
        assertThat(Origin.of(Kind.SCENARIO, "a").at("shocks", 0, "x/y~z").pointer())
                .isEqualTo("/shocks/0/x~1y~0z");
    }
}
