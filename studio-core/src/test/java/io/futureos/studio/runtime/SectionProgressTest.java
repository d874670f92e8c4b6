package io.futureos.studio.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.report.ReportSection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SectionProgressTest {

    private static List<String> told(List<String> titles, double... fractions) {
        var told = new ArrayList<String>();
        List<ReportSection> sections = titles.stream()
                .map(title -> new ReportSection(title, "text", "", List.of()))
                .toList();
        var progress = new SectionProgress(sections, (phase, fraction) -> told.add(phase + " " + fraction));
        for (double fraction : fractions) {
            progress.accept(fraction);
        }
        return told;
    }

    @Test
    void a_fraction_names_the_section_that_it_falls_into() {
        assertThat(told(List.of("Headline", "Scenarios"), 0, 0.25, 0.5, 0.75, 1))
                .containsExactly(
                        "writing Headline 0.0",
                        "writing Headline 0.25",
                        "writing Scenarios 0.5",
                        "writing Scenarios 0.75",
                        "written 1.0");
    }

    @Test
    void whatever_an_exporter_tells_is_a_fraction() {
        assertThat(told(List.of("Headline"), -1, Double.NaN, 2, Double.POSITIVE_INFINITY))
                .containsExactly("writing Headline 0.0", "writing Headline 0.0", "written 1.0", "written 1.0");
    }

    @Test
    void a_report_without_sections_is_written_all_the_same() {
        assertThat(told(List.of(), 0, 1)).containsExactly("written 0.0", "written 1.0");
    }

    @Test
    void a_title_takes_one_line_and_no_more() {
        List<String> told = Stream.of("two\r\nlines", "\u0000 \u0007", "half \uD83D pair", "\uD83D\uDE00".repeat(99))
                .flatMap(title -> told(List.of(title), 0).stream())
                .toList();

        assertThat(told)
                .containsExactly(
                        "writing two lines 0.0",
                        "writing a section 0.0",
                        "writing half pair 0.0",
                        "writing " + "\uD83D\uDE00".repeat(59) + "\u2026 0.0");
    }
}
