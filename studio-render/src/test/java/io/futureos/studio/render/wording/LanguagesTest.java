package io.futureos.studio.render.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.NumberFormat;
import io.futureos.studio.model.NumberFormat.DecimalMark;
import io.futureos.studio.model.NumberFormat.Grouping;
import io.futureos.studio.model.ReportLanguage;
import io.futureos.studio.render.Exports;
import io.futureos.studio.render.ReportExporters;
import io.futureos.studio.report.ReportExporter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each report is written once in a format for all that is asked of it, since writing is what takes the time. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LanguagesTest {

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Pattern ID = Pattern.compile("\\b\\p{XDigit}{8}-[\\p{XDigit}-]{27}");

    /** The same in all languages. */
    private static final Set<String> NAMES = Set.of("studio", "orchestrator");

    /** As no language has it by itself, so that nothing is right by accident. */
    private static final NumberFormat NUMBERS = new NumberFormat(DecimalMark.COMMA, Grouping.APOSTROPHE, false);

    private static final Pattern OTHER_NUMBER =
            Pattern.compile("\\d\\.\\d|\\d[ \u00a0]%|\\d,\\d{3}\\b|\\d\u00a0\\d{3}\\b");

    @ParameterizedTest
    @EnumSource
    void all_words_and_numbers_that_no_author_wrote_are_as_the_report_asks_for(ReportLanguage language) {
        for (ReportExporter exporter : exporters(language)) {
            List<String> texts =
                    Seen.in(exporter.format(), Exports.bytes(exporter, Wordless.report(language, NUMBERS)));

            var softly = new SoftAssertions();
            softly.assertThat(foreignWords(texts, language))
                    .as("words in %s", exporter.format())
                    .isEmpty();
            softly.assertThat(otherNumbers(texts))
                    .as("numbers in %s", exporter.format())
                    .isEmpty();
            softly.assertThat(texts).as("%s", exporter.format()).anyMatch(text -> text.contains("1\u2019235"));
            softly.assertThat(texts.stream().filter(text -> text.endsWith("…")))
                    .as("words that are cut in %s", exporter.format())
                    .isEmpty();
            softly.assertAll();
        }
    }

    /** English is what would be found in the others; whether its words fit is seen in drawings for narrow screens. */
    private static List<ReportExporter> exporters(ReportLanguage language) {
        return ReportExporters.all().stream()
                .filter(exporter -> language != ReportLanguage.EN || exporter.format() == ExportFormat.HTML)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"EN", "NB"})
    void what_a_file_has_no_room_for_is_told_in_the_report_s_language(ReportLanguage language) {
        ReportExporter.Request report = Wordless.endless(language);
        for (ReportExporter exporter : exporters(language)) {
            if (exporter.format() != ExportFormat.PDF) { // has the same drawings as HTML, and takes long
                List<String> texts = Seen.in(exporter.format(), Exports.bytes(exporter, report));
                assertThat(foreignWords(texts, language))
                        .as("words in %s", exporter.format())
                        .isEmpty();
            }
        }
    }

    @Test
    void a_term_is_as_in_English_only_where_the_word_is_the_same() {
        var same = new TreeSet<String>();
        for (Term term : terms().toList()) {
            Arrays.stream(ReportLanguage.values())
                    .filter(language -> language != ReportLanguage.EN)
                    .filter(language -> term.in(language).equals(term.in(ReportLanguage.EN)))
                    .filter(language -> WORD.matcher(term.in(language)).find())
                    .forEach(language -> same.add(language.tag() + " " + term.in(language)));
        }

        assertThat(same)
                .containsExactly(
                        "es {} variable",
                        "es {} variables",
                        "fr Calibration",
                        "fr Cause",
                        "fr Figure {}",
                        "fr {} variable",
                        "fr {} variables",
                        "nb Start",
                        "nb pp");
    }

    @Test
    void a_term_has_the_same_places_in_every_language() {
        for (Term term : terms().toList()) {
            assertThat(Arrays.stream(ReportLanguage.values())
                            .map(language -> term.in(language).split("\\{}", -1).length))
                    .as(term.toString())
                    .containsOnly(term.in(ReportLanguage.EN).split("\\{}", -1).length);
        }
    }

    private static Set<String> foreignWords(List<String> texts, ReportLanguage language) {
        Set<String> known = words(terms().map(term -> term.in(language)));
        Set<String> words = words(texts.stream());
        words.removeIf(word -> word.startsWith(Wordless.WORD) || NAMES.contains(word) || known.contains(word));
        return words;
    }

    private static List<String> otherNumbers(List<String> texts) {
        return texts.stream()
                .flatMap(text -> OTHER_NUMBER.matcher(text).results().map(MatchResult::group))
                .toList();
    }

    private static Stream<Term> terms() {
        return Arrays.stream(Term.class.getPermittedSubclasses())
                .flatMap(catalogue -> Arrays.stream(catalogue.getEnumConstants()))
                .map(Term.class::cast);
    }

    private static Set<String> words(Stream<String> texts) {
        return texts.map(text -> ID.matcher(text).replaceAll(""))
                .flatMap(text -> WORD.matcher(text).results().map(MatchResult::group))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
