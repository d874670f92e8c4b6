package io.futureos.studio.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.Annotation;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ReportAppendix;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ReportSection;
import io.futureos.studio.report.ResourceResolver;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileInputTest {

    /** Attacks by URL, with the address of a listener in place of {@code HOST}. */
    private static final String ATTACK = "<script>alert(1)</script><img src=\"http://HOST/img.png\" onerror=alert(1)>"
            + "<p onclick=alert(1) style=\"background:url(http://HOST/bg.png)\" id=content class=stale>Paragraph</p>"
            + "<a href=\"javascript:alert(1)\">js</a><a href=\"data:text/html,<script>alert(1)</script>\">data</a>"
            + "<a href=\"http://HOST/plain\">plain</a><a href=\"https://example.org/ok\">good</a>"
            + "<a href=\"file:///etc/passwd\">file</a>"
            + "<style>@import url(http://HOST/style.css); body{display:none}</style>"
            + "<link rel=stylesheet href=http://HOST/l.css><base href=http://HOST/><iframe src=http://HOST/f></iframe>"
            + "<object data=http://HOST/o></object><embed src=http://HOST/e><video src=http://HOST/v></video>"
            + "<svg xmlns='http://www.w3.org/2000/svg'><image href='http://HOST/i.png'/><script>alert(1)</script></svg>"
            + "<math><mi xlink:href='javascript:alert(1)'>x</mi></math><meta http-equiv=refresh content='0;url=http://HOST/'>"
            + "<form action=http://HOST/x><input autofocus onfocus=alert(1)></form><bookmarks><bookmark name=x href=http://HOST/b/></bookmarks>"
            + "<table><tr><td colspan=1000000 background=http://HOST/t.png>cell</td></tr></table>"
            + "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>"
            + "<p>controls: a&#1;b&#x202e;c</p>";

    private static ReportExporter.Request attack(String host) {
        String html = ATTACK.replace("HOST", host);
        var chart = new Chart(
                "line",
                Map.of("x", List.of(html, "]]>"), "series", List.of(Map.of("name", html, "values", List.of(1, 2)))),
                Map.of(
                        "title",
                        html,
                        "alt",
                        html,
                        "x_label",
                        html,
                        "y_label",
                        html,
                        "threshold",
                        Map.of("value", 1, "label", html),
                        "split",
                        Map.of("x", html, "label", html)));
        var unknown = new Chart(html, Map.of(html, List.of(html)), Map.of());
        var content = new ReportContent(
                "Title " + html,
                List.of(new ReportSection(html, html, html, List.of(chart, unknown))),
                new ReportAppendix(html, List.of(html), Map.of(html, html), List.of(html)));
        var branding = new ReportConfig.Branding("http://" + host + "/logo.png", Map.of());
        var standard = ReportConfig.standard();
        return new ReportExporter.Request(
                Reports.request(content).report(),
                new ReportConfig(standard.template(), List.of(), branding, true, true),
                List.of(new Annotation(html, html, html, Reports.GENERATED)),
                List.of(html),
                ResourceResolver.none());
    }

    @Test
    void no_export_opens_a_connection() throws Exception {
        try (var listener = new Listener()) {
            for (ReportExporter exporter : ReportExporters.all()) {
                assertThat(Exports.bytes(exporter, attack(listener.address()))).isNotEmpty();
            }

            assertThat(listener.connections()).isZero();
        }
    }

    @Test
    void nothing_that_runs_loads_or_styles_is_left_in_the_html() {
        Document document = Exports.html(attack("attacker.example"));

        assertThat(document.select(
                        "script, iframe, object, embed, video, link, base, form, input, math, noscript, img"))
                .isEmpty();
        assertThat(document.select("style")).hasSize(1);
        assertThat(document.select("meta[http-equiv]")).hasSize(1);
        assertThat(document.select("main .text svg, main .text [class=stale], main .text [id]"))
                .isEmpty();
        for (Element element : document.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).doesNotStartWith("on").isNotEqualTo("style");
            }
        }
        assertThat(document.select("main a, header a").eachAttr("href")).containsOnly("https://example.org/ok");
        assertThat(document.select("[src], [data], [action], [background]")).isEmpty();
        assertThat(document.select("[colspan]")).isEmpty();
    }

    @Test
    void text_is_shown_as_it_was_written_but_for_control_characters() {
        Document document = Exports.html(attack("attacker.example"));

        assertThat(document.select("h1").text()).startsWith("Title <script>alert(1)</script>");
        assertThat(document.expectFirst("main .text").text()).contains("controls: abc");
        assertThat(document.html()).doesNotContainPattern(Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\u202e]"));
    }

    /** Every format that there is; one that is added is attacked as well. */
    private static List<ReportExporter> formats() {
        return ReportExporters.all();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void another_parser_finds_nothing_in_any_file_that_runs_or_loads(ReportExporter exporter) {
        byte[] file = Exports.bytes(exporter, attack("attacker.example"));

        Readback.assertHarmless(exporter.format(), file);
        assertThat(Readback.text(exporter.format(), file)).contains("Title <script>alert(1)</script>", "Paragraph");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void hundreds_of_kilobytes_in_one_paragraph_are_shown_or_cut_with_a_note(ReportExporter exporter) {
        String text = exported(exporter, "<p>" + "word ".repeat(60_000) + "</p>");

        assertThat(text).contains("word word word");
        assertThat(text.length() > 300_000 || text.contains("ends here")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_table_of_thousands_of_rows_is_shown_or_cut_with_a_note(ReportExporter exporter) {
        var rows = new StringBuilder("<table><thead><tr><th>Name</th><th>Value</th></tr></thead><tbody>");
        for (int i = 0; i < 4_000; i++) {
            rows.append("<tr><td>row ").append(i).append("</td><td>1</td></tr>");
        }

        String text = exported(exporter, rows + "</tbody></table>");

        assertThat(text).contains("row 1 ");
        assertThat(text.contains("row 3999") || text.contains("ends here")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void nothing_is_lost_of_what_is_nested_absurdly_deep(ReportExporter exporter) {
        for (String tag : List.of("blockquote", "ul><li", "b", "table><tr><td", "p><i")) {
            assertThat(exported(exporter, ("<" + tag + ">").repeat(2_000) + "at the bottom"))
                    .as(tag)
                    .contains("at the bottom");
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void other_scripts_are_shown_or_named_in_a_note(ReportExporter exporter) {
        String text = exported(
                exporter, "<p>\u6c7d\u8f66 \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \ud83d\ude00</p>");

        assertThat(text.contains("\u6c7d\u8f66") || text.contains("U+6C7D")).isTrue();
        assertThat(text.contains("\ud83d\ude00") || text.contains("U+1F600")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_table_of_thousands_of_columns_does_not_stop_the_export(ReportExporter exporter) {
        String html = "<p>before</p><table><tr>" + "<td>1</td>".repeat(3_000) + "</tr></table>";

        assertThat(exported(exporter, html)).contains("before");
    }

    private static String exported(ReportExporter exporter, String html) {
        byte[] file = Exports.bytes(exporter, Reports.withSection(html));
        Readback.assertHarmless(exporter.format(), file);
        return Readback.text(exporter.format(), file);
    }

    @Test
    void a_word_longer_than_a_page_is_broken_and_nothing_of_it_is_lost() {
        var request = Reports.withSection("<p>" + "x".repeat(20_000) + "</p>");

        String text = Exports.pdfText(Exports.pdf(request)).replaceAll("Page \\d+ of \\d+|[^x]", "");

        assertThat(text).hasSizeGreaterThanOrEqualTo(20_000);
    }
}
