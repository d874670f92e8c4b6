package io.futureos.studio.render.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportConfig.Branding;
import io.futureos.studio.model.ReportLanguage;
import io.futureos.studio.model.ReportTemplate;
import io.futureos.studio.render.Exports;
import io.futureos.studio.render.Reports;
import io.futureos.studio.report.ReportExporter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeparturesTest {

    @Test
    void a_colour_that_could_not_be_read_is_named_with_what_is_shown_instead() {
        List<String> said = said(List.of(), new Branding(null, Map.of("primary", "#fd0", "accent", "#1d5a94")));

        assertThat(said)
                .singleElement()
                .asString()
                .matches("La couleur « primary » de la charte, #ffdd00, est"
                        + " rendue par #[0-9a-f]{6}, car .* un contraste de 4,5 pour 1\\)\\.");
    }

    @Test
    void a_logo_that_the_host_does_not_have_is_missed() {
        assertThat(said(List.of(), new Branding("logo-of-ours", Map.of())))
                .containsExactly("Le logo de la charte n’a pas été trouvé et manque.");
        assertThat(said(List.of(), new Branding(Reports.LOGO, Map.of()))).isEmpty();
    }

    @Test
    void a_section_that_the_report_does_not_have_is_missed_when_it_was_asked_for_by_name() {
        assertThat(said(List.of("section", "weather"), null))
                .containsExactly("Le rapport n’a pas de section « weather », bien qu’elle ait été demandée.");
    }

    @Test
    void nothing_is_said_of_a_report_that_is_as_asked_for() {
        assertThat(said(List.of("section"), new Branding(Reports.LOGO, Map.of("primary", "#0b5394"))))
                .isEmpty();
    }

    /** What stands at the end of a report of one section, beside what every report says of its file. */
    private static List<String> said(List<String> sections, @Nullable Branding branding) {
        ReportExporter.Request request = Reports.configured(
                Reports.withSection("<p>Text.</p>"),
                new ReportConfig(ReportTemplate.CUSTOM, sections, branding, true, true, ReportLanguage.FR, null));
        List<String> texts = Exports.html(request).select(".appendix > p").eachText();
        return texts.stream()
                .filter(text -> !text.startsWith("Ceci est le rapport"))
                .toList();
    }
}
