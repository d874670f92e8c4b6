package io.futureos.studio.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportTemplate;
import io.futureos.studio.render.Exports;
import io.futureos.studio.render.Readback;
import io.futureos.studio.render.Reports;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a parser that forgives nothing and who cannot see the page need; the browser profile asks more. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HtmlValidityTest {

    private static final Document NORWAY = Exports.html(Reports.norway());

    @ParameterizedTest
    @EnumSource
    void every_template_parses_without_an_error(ReportTemplate template) {
        var config = new ReportConfig(template, List.of(), null, true, true);
        byte[] file = Exports.bytes(new HtmlReportExporter(), Reports.configured(Reports.norway(), config));

        assertThat(Readback.errors(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>a<p>b</i>c<table>text<td>cell",
                "<h6>deep<h3>up<ul>text<li>a<ol><li>b</ul>",
                "<a href='https://a.example'><a href='https://b.example'>twice</a></a><p><ul><li>x</ul></p>",
                "<table><caption>c<p>d</caption><tr><th>a<table><tr><td>inner</table></table>",
                "a & b &nosuch; < c > d &#0; &#xd800;"
            })
    void so_does_a_report_whose_text_would_not(String html) {
        assertThat(Readback.errors(Exports.bytes(new HtmlReportExporter(), Reports.withSection(html))))
                .isEmpty();
    }

    @Test
    void headings_never_skip_a_level() {
        int last = 0;
        for (Element heading : NORWAY.select("h1, h2, h3, h4, h5, h6")) {
            int level = heading.tagName().charAt(1) - '0';
            assertThat(level).as(heading.text()).isLessThanOrEqualTo(last + 1);
            last = level;
        }
    }

    @Test
    void who_jumps_from_landmark_to_landmark_finds_each_and_hears_its_name() {
        assertThat(NORWAY.select("body > header, body > main, body > footer")).hasSize(3);
        assertThat(NORWAY.select("body > nav[aria-labelledby]")).hasSize(1);
        assertThat(NORWAY.select("main > section:not([aria-labelledby])")).isEmpty();
        assertThat(NORWAY.expectFirst("body").child(0).attr("href")).isEqualTo("#content");
    }

    @Test
    void every_head_of_a_table_says_what_it_heads() {
        assertThat(NORWAY.select("th")).isNotEmpty();
        assertThat(NORWAY.select("th:not([scope])")).isEmpty();
    }

    @Test
    void a_region_that_scrolls_can_be_reached_by_keyboard_and_has_a_name_of_its_own() {
        List<String> names = NORWAY.select("[tabindex]").eachAttr("aria-label");

        assertThat(names).isNotEmpty().doesNotHaveDuplicates().hasSameSizeAs(NORWAY.select("[tabindex]"));
    }
}
