package io.futureos.studio.render.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportTemplate;
import io.futureos.studio.render.Exports;
import io.futureos.studio.render.Reports;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ReportAppendix;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ReportSection;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HtmlReportTest {

    private static final Document NORWAY = Exports.html(Reports.norway());

    @Test
    void a_logo_that_is_drawn_for_white_paper_is_seen_on_a_dark_screen_too() {
        String style = Exports.html(Reports.norway()).select("style").html();

        assertThat(style.replaceAll("\\s+", " "))
                .containsPattern(
                        "@media screen and \\(prefers-color-scheme: dark\\) \\{ \\.logo \\{[^}]*background: #fff;");
    }

    @Test
    void every_section_has_its_heading_and_a_line_in_the_contents_that_leads_to_it() {
        assertThat(NORWAY.select("h1").eachText())
                .containsExactly("Norway goes electric: the battery-electric share of new cars in 2025");
        assertThat(NORWAY.select("main > section > h2").eachText())
                .containsExactly(
                        "The answer",
                        "History and forecast",
                        "Scenarios",
                        "Population",
                        "Method and weights",
                        "Calibration",
                        "The figures by month",
                        "How to read this report",
                        "Appendix");
        for (Element link : NORWAY.select("nav a")) {
            Element target = NORWAY.expectFirst(link.attr("href"));
            assertThat(target.text()).isEqualTo(link.text());
        }
    }

    @Test
    void every_id_is_given_once_and_every_reference_to_one_is_met() {
        List<String> ids = NORWAY.select("[id]").eachAttr("id");

        assertThat(ids).doesNotHaveDuplicates();
        for (Element element : NORWAY.select("[aria-labelledby]")) {
            assertThat(ids).contains(element.attr("aria-labelledby").split(" "));
        }
    }

    @Test
    void a_chart_has_a_title_a_description_and_a_table_with_all_its_values() {
        Element figure = NORWAY.expectFirst("#figure-1");

        assertThat(figure.select(".wide > svg > title").text())
                .isEqualTo("The share keeps rising and meets 95 % in the course of 2025");
        assertThat(figure.select(".wide > svg > desc").text()).startsWith("Monthly share from 2017 to 2024");
        assertThat(figure.select("details tbody tr")).hasSize(108);
        assertThat(figure.select("details thead th").eachText())
                .containsExactly(
                        "Month",
                        "Observed",
                        "Month",
                        "Median forecast",
                        "90 % interval, from",
                        "90 % interval, to",
                        "50 % interval, from",
                        "50 % interval, to");
    }

    @Test
    void a_chart_of_an_unknown_type_is_shown_as_its_data_with_a_note() {
        Element figure = NORWAY.expectFirst("figure:contains(What moves the answer)");

        assertThat(figure.select("svg")).isEmpty();
        assertThat(figure.select(".note").text()).contains("sunburst");
        assertThat(figure.select("tbody tr").eachText()).containsExactly("VAT −0.035", "Charging −0.014");
    }

    @Test
    void a_remark_stands_in_its_section_by_type_or_by_title_with_who_and_when() {
        assertThat(NORWAY.select("section:has(> h2:contains(Scenarios)) > .remark .by")
                        .text())
                .isEqualTo("— Ingrid Solberg, 7 January 2025");
        assertThat(NORWAY.select("section:has(> h2:contains(Population)) > .remark")
                        .text())
                .contains("Checked against");
    }

    @Test
    void a_remark_on_a_section_that_is_not_shown_is_not_lost() {
        var config = new ReportConfig(ReportTemplate.CUSTOM, List.of("calibration", "headline"), null, true, true);

        Document document = Exports.html(Reports.configured(Reports.norway(), config));

        assertThat(document.select("main > section > h2").eachText())
                .containsExactly("Calibration", "The answer", "Remarks", "Appendix");
        assertThat(document.select(".remark")).hasSize(2);
    }

    @Test
    void charts_and_methodology_can_be_left_out() {
        var config = new ReportConfig(ReportTemplate.DETAILED_ANALYSIS, List.of(), null, false, false);

        Document document = Exports.html(Reports.configured(Reports.norway(), config));

        assertThat(document.select("figure, svg")).isEmpty();
        assertThat(document.text()).doesNotContain("Deming and Stephan").contains("Brier score");
    }

    @Test
    void staleness_is_said_before_anything_else() {
        assertThat(NORWAY.select("header .stale").text()).contains("no longer up to date", "refreshed on 8 January");
        assertThat(Exports.html(Reports.withSection("")).select(".stale")).isEmpty();
    }

    @Test
    void calibration_figures_have_names_that_a_reader_understands() {
        assertThat(NORWAY.select(".figures tbody tr").eachText())
                .contains(
                        "Brier score 0.083",
                        "Coverage of the 90 % interval 91.7 %",
                        "Pairs of forecast and outcome 288");
        assertThat(NORWAY.select("h4:contains(Reliability) + div tbody tr")).hasSize(3);
    }

    @Test
    void what_a_brier_score_is_about_stands_with_it() {
        var appendix = new ReportAppendix(
                "",
                List.of(),
                Map.of("judged_event", "it rains", "judged_event_rate", 0.125, "horizon_months", 12),
                List.of());

        assertThat(Exports.html(Reports.request(new ReportContent("The title", List.of(), appendix)))
                        .select(".figures tbody tr")
                        .eachText())
                .containsExactlyInAnyOrder(
                        "Event that probabilities are judged by it rains",
                        "Share of the cases in which it came true 12.5 %",
                        "Horizon (months) 12");
    }

    @Test
    void short_cells_are_not_broken_in_a_table_that_is_a_little_too_wide() {
        String cells = "<td>2025-01</td>" + "<td>96.0 %</td>".repeat(10) + "<td>a year before</td>";
        String row = "<table><tbody><tr>" + cells + "</tr></tbody></table>";
        String wider = row.replace("</tr>", "<td>96.0 %</td></tr>");

        assertThat(Exports.html(Reports.withSection(row)).select("td.k")).hasSize(11);
        assertThat(Exports.html(Reports.withSection(wider)).select("td.k")).isEmpty();
    }

    @Test
    void the_policy_allows_exactly_the_style_sheet_in_the_file() throws Exception {
        String policy =
                NORWAY.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        byte[] style = NORWAY.expectFirst("style").data().getBytes(UTF_8);
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style));

        assertThat(policy).startsWith("default-src 'none';").contains("'sha256-" + hash + "'");
        assertThat(NORWAY.select("[style]")).isEmpty();
        assertThat(NORWAY.select("script, link, iframe, object, embed, form, base"))
                .isEmpty();
    }

    @Test
    void a_branding_colour_reaches_the_style_sheet_only_as_readable_hex() {
        String style = branded("#ffee00").expectFirst("style").data();

        assertThat(style).startsWith(":root{--background:#ffffff;").containsPattern("^[^}]*--primary:#7a7200;");
        assertThatThrownBy(() -> branded("red}body{background:url(https://example.org)"))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo("color_invalid"))
                .hasMessageContaining("primary");
    }

    private static Document branded(String primary) {
        var branding = new ReportConfig.Branding(null, Map.of("primary", primary));
        var config = new ReportConfig(ReportTemplate.CUSTOM, List.of(), branding, true, true);
        return Exports.html(Reports.configured(Reports.withSection("<p>text</p>"), config));
    }

    @Test
    void progress_rises_to_one_and_may_stop_the_export() {
        var told = new java.util.ArrayList<Double>();
        var out = new java.io.ByteArrayOutputStream();
        assertThat(export(Reports.norway(), out, told::add)).isTrue();

        assertThat(told).isSorted().endsWith(1.0);
        assertThatThrownBy(() -> export(Reports.norway(), new java.io.ByteArrayOutputStream(), fraction -> {
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");
    }

    private static boolean export(
            ReportExporter.Request request, java.io.OutputStream out, java.util.function.DoubleConsumer progress) {
        try {
            new HtmlReportExporter().export(request, out, progress);
            return true;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void an_empty_report_is_a_report() {
        var section = new ReportSection("", "", "", List.of(new Chart("line", Map.of(), Map.of())));

        Document document = Exports.html(Reports.with(section));

        assertThat(document.select("figure").text()).contains("There are no values to draw.");
        assertThat(document.select("nav li")).hasSize(1);
    }
}
