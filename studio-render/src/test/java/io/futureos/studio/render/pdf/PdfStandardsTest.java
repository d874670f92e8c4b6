package io.futureos.studio.render.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportTemplate;
import io.futureos.studio.render.Exports;
import io.futureos.studio.render.Reports;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ReportAppendix;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ReportSection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PDF/A-2a for the archive, PDF/UA-1 for whoever cannot see the page; both as veraPDF reads them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PdfStandardsTest {

    @ParameterizedTest
    @EnumSource
    void every_template_keeps_both_standards(ReportTemplate template) {
        var config = new ReportConfig(template, List.of(), null, true, true);

        assertKept(Reports.configured(Reports.norway(), config));
    }

    @Test
    void so_does_a_report_with_a_logo_without_charts_and_without_methodology() {
        var branding = new ReportConfig.Branding(Reports.LOGO, Map.of("primary", "#ffee00"));
        var config = new ReportConfig(ReportTemplate.CUSTOM, List.of("headline"), branding, false, false);

        assertKept(Reports.configured(Reports.norway(), config));
    }

    @Test
    void so_does_a_report_that_says_nothing() {
        assertKept(Reports.request(
                new ReportContent("", List.of(), new ReportAppendix("", List.of(), Map.of(), List.of()))));
        assertKept(Reports.with(new ReportSection("", "", "", List.of(new Chart("line", Map.of(), Map.of())))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Car: \u6c7d\u8f66, smile: \uD83D\uDE00, \u05e9\u05dc\u05d5\u05dd, \u0645\u0631\u062d\u0628\u0627</p>",
                "<h6>A heading that skips levels</h6><p>text</p><h3>and back</h3>",
                "<table><tr><td colspan=2>a</td></tr><tr><td>b<td>c</tr></table>",
                "<table><caption>Words</caption><thead><tr><th>a<th>b</thead><tbody></tbody></table>",
                "<table><tr><td><table><tr><td>inner</td></tr></table></td></tr></table>",
                "<table></table><ul></ul><ol></ol><p></p><blockquote></blockquote><h3></h3>",
                "<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li></ul><p>H<sub>2</sub>O <code>x = 1</code></p>",
                "<ul>text in a list</ul><li>an item without one</li>",
                "<p><a href=\"https://example.org/a\">a link</a> <strong><em>both</em></strong> x<sup>2</sup></p>",
                "<p><a href=\"https://example.org/a\"></a></p><p><a href=\"https://example.org/a\">a link<br>of lines</a></p>",
                "<h3><a href=\"https://example.org/a\">a heading with a link</a></h3>"
            })
    void so_does_odd_text(String html) {
        assertKept(Reports.withSection(html));
    }

    @Test
    void so_does_a_chart_whose_texts_are_missing_or_in_a_script_that_the_fonts_lack() {
        Map<String, Object> data = Map.of(
                "x", List.of("\u6c7d", ""), "series", List.of(Map.of("name", "\u05e9", "values", List.of(1, 2))));

        assertKept(Reports.withSection(
                "", new Chart("line", data, Map.of()), new Chart("line", data, Map.of("title", "\u8f66", "alt", " "))));
    }

    private static void assertKept(ReportExporter.Request request) {
        assertThat(Standards.broken(Exports.pdf(request))).isEmpty();
    }
}
