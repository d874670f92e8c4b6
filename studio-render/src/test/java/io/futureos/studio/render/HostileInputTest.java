package io.futureos.studio.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.Annotation;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.render.pdf.PdfReportExporter;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ReportAppendix;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ReportSection;
import io.futureos.studio.report.ResourceResolver;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

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

    @Test
    void the_pdf_has_no_script_no_action_but_links_and_those_lead_to_https() throws Exception {
        byte[] pdf = Exports.bytes(new PdfReportExporter(), attack("attacker.example"));

        assertThat(new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("/JavaScript", "/JS ", "/Launch", "/EmbeddedFile");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            for (var page : document.getPages()) {
                for (var annotation : page.getAnnotations()) {
                    assertThat(annotation).isInstanceOf(PDAnnotationLink.class);
                    if (((PDAnnotationLink) annotation).getAction() instanceof PDActionURI action) {
                        assertThat(action.getURI()).isEqualTo("https://example.org/ok");
                    }
                }
            }
        }
    }

    @Test
    void what_is_nested_absurdly_deep_is_still_shown() {
        var request = Reports.withSection("<blockquote>".repeat(20_000) + "at the bottom");

        assertThat(Exports.html(request).text()).contains("at the bottom");
        assertThat(Exports.pdfText(Exports.pdf(request))).contains("at the bottom");
    }

    @Test
    void a_word_longer_than_a_page_is_broken_and_nothing_of_it_is_lost() {
        var request = Reports.withSection("<p>" + "x".repeat(20_000) + "</p>");

        String text = Exports.pdfText(Exports.pdf(request)).replaceAll("Page \\d+ of \\d+|[^x]", "");

        assertThat(text).hasSizeGreaterThanOrEqualTo(20_000);
    }

    @Test
    void the_second_parser_agrees_on_where_text_ends() {
        byte[] html = Exports.bytes(ReportExporters.all().get(0), attack("attacker.example"));
        String visible = new String(html, UTF_8).replaceAll("(?s)<style>.*?</style>", "");

        assertThat(visible).doesNotContainPattern("(?i)<script|<img|<iframe|<[a-z][^>]*\\son[a-z]+=");
    }
}
