package io.futureos.studio.testkit.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.engine.EngineContext.CancelledException;
import io.futureos.studio.model.Annotation;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportId;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.GeneratedReport;
import io.futureos.studio.report.ReportAppendix;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ReportExporter.Request;
import io.futureos.studio.report.ReportSection;
import io.futureos.studio.report.ResourceResolver;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What every exporter of reports promises, whatever its format. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class ReportExporterContract {

    private static final String LOGO = "https://logo.example/logo.png";
    private static final String ATTACK = "<script>alert(1)</script>";

    protected abstract ReportExporter exporter();

    /** The text that a reader of the file can see. */
    protected abstract String text(byte[] file);

    private static final ReportContent CONTENT = new ReportContent(
            "Norway goes electric",
            List.of(
                    new ReportSection(
                            "The answer",
                            "headline",
                            "<p>Probably <strong>yes</strong>, see <a href=\"https://example.org/\">the source</a>.</p>",
                            List.of(new Chart(
                                    "line",
                                    Map.of(
                                            "x",
                                            List.of("2025-01", "2025-02"),
                                            "series",
                                            List.of(Map.of("name", "share", "values", List.of(0.9, 0.95)))),
                                    Map.of("title", "It rises", "alt", "It rises", "unit", "percent")))),
                    new ReportSection(
                            "The scenarios",
                            "scenarios",
                            "<h3>Two of them</h3><table><tr><th>name</th></tr><tr><td>As things stand</td></tr></table>",
                            List.of(new Chart(
                                    "bar",
                                    Map.of(
                                            "categories",
                                            List.of("a", "b"),
                                            "series",
                                            List.of(Map.of("name", "share", "values", List.of(1, 2)))),
                                    Map.of("title", "Bars", "alt", "Bars", "unit", "number"))))),
            new ReportAppendix(
                    "<p>By simulation.</p>",
                    List.of("Road Office, monthly figures"),
                    Map.of("brier_score", 0.08),
                    List.of("Companies are not modelled.")));

    private static Request aRequest() {
        return request(
                CONTENT,
                ReportConfig.standard(),
                List.of(
                        annotation("headline", "Checked against the register."),
                        annotation("headline", "Agreed by the board."),
                        annotation("scenarios", "A third one is to come.")),
                List.of("The source cars was refreshed after this."),
                ResourceResolver.none());
    }

    private static Annotation annotation(String section, String text) {
        return new Annotation(section, text, "Ingrid Solberg", Instant.parse("2025-01-07T14:05:00Z"));
    }

    private static Request request(
            ReportContent content,
            ReportConfig config,
            List<Annotation> annotations,
            List<String> staleness,
            ResourceResolver resources) {
        var report = new GeneratedReport(
                ReportId.of("7b0f4c1e-5a53-4b7e-9f2a-3f8f2f6f1c11"),
                ProjectId.of("0d0bb0b4-7a9f-4a1e-8d8f-6f1f3f0c2a22"),
                Instant.parse("2025-01-06T09:30:00Z"),
                content,
                Map.of());
        return new Request(report, config, annotations, staleness, resources);
    }

    private static Request bare(ReportContent content) {
        return request(content, ReportConfig.standard(), List.of(), List.of(), ResourceResolver.none());
    }

    private byte[] exported(Request request) {
        return exported(exporter(), request);
    }

    private static byte[] exported(ReportExporter exporter, Request request) {
        var out = new ByteArrayOutputStream();
        try {
            exporter.export(request, out, fraction -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** What can be read, with every space and line break as one space. */
    private String read(Request request) {
        return text(exported(request)).replaceAll("[\\s\u00a0]+", " ");
    }

    @Test
    void equal_requests_give_equal_bytes() {
        ReportExporter same = exporter();

        assertThat(exported(same, aRequest())).isEqualTo(exported(same, aRequest()));
        assertThat(exported(aRequest())).isEqualTo(exported(same, aRequest()));
    }

    @Test
    void the_language_and_the_time_zone_of_the_machine_change_nothing() throws Exception {
        byte[] elsewhere = Elsewhere.call(() -> exported(aRequest()));

        assertThat(elsewhere).isEqualTo(exported(aRequest()));
    }

    @Test
    void several_threads_that_export_at_once_get_what_one_gets_alone() throws Exception {
        ReportExporter shared = exporter();

        List<byte[]> files = InParallel.call(3, () -> exported(shared, aRequest()));

        assertThat(files).allSatisfy(file -> assertThat(file).isEqualTo(exported(shared, aRequest())));
    }

    @Test
    void the_stream_stays_open() throws IOException {
        var out = new ByteArrayOutputStream() {
            boolean closed;

            @Override
            public void close() {
                closed = true;
            }
        };

        exporter().export(aRequest(), out, fraction -> {});

        assertThat(out.closed).isFalse();
        assertThat(out.size()).isPositive();
    }

    @Test
    void everything_is_in_the_stream_when_the_export_returns() throws IOException {
        var received = new ByteArrayOutputStream();
        var buffered = new OutputStream() {
            private final ByteArrayOutputStream held = new ByteArrayOutputStream();

            @Override
            public void write(int b) {
                held.write(b);
            }

            @Override
            public void flush() throws IOException {
                held.writeTo(received);
                held.reset();
            }
        };

        exporter().export(aRequest(), buffered, fraction -> {});
        buffered.flush();

        assertThat(received.toByteArray()).isEqualTo(exported(aRequest()));
    }

    @Test
    void progress_goes_from_0_to_1_and_never_back_and_ends_at_1() throws IOException {
        var fractions = new ArrayList<Double>();
        exporter().export(aRequest(), new ByteArrayOutputStream(), fractions::add);

        assertThat(fractions)
                .hasSizeGreaterThan(1)
                .isSorted()
                .endsWith(1.0)
                .allSatisfy(fraction -> assertThat(fraction).isBetween(0.0, 1.0));
    }

    @Test
    void who_is_told_the_progress_may_stop_the_export() {
        var fractions = new ArrayList<Double>();
        var stop = new CancelledException();

        assertThatThrownBy(() -> exporter().export(aRequest(), new ByteArrayOutputStream(), fraction -> {
                    fractions.add(fraction);
                    throw stop;
                }))
                .isSameAs(stop);
        assertThat(fractions).hasSize(1);
    }

    @Test
    void a_stream_that_cannot_be_written_is_an_io_exception() {
        var full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatThrownBy(() -> exporter().export(aRequest(), full, fraction -> {}))
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining("No space left on device");
    }

    @Test
    void a_reader_finds_everything_that_the_report_says() {
        assertThat(read(aRequest()))
                .contains(
                        "Norway goes electric",
                        "The answer",
                        "Probably yes",
                        "The scenarios",
                        "Two of them",
                        "As things stand",
                        "By simulation.",
                        "Road Office, monthly figures",
                        "Companies are not modelled.",
                        "The source cars was refreshed after this.");
    }

    @Test
    void annotations_stand_at_their_sections_in_their_order_with_their_authors() {
        assertThat(read(aRequest()))
                .containsSubsequence(
                        "Probably yes",
                        "Checked against the register.",
                        "Agreed by the board.",
                        "Two of them",
                        "A third one is to come.")
                .contains("Ingrid Solberg");
    }

    @Test
    void an_annotation_of_a_section_that_is_not_there_is_not_lost() {
        Request request = request(
                CONTENT,
                ReportConfig.standard(),
                List.of(annotation("gone", "Written for another version.")),
                List.of(),
                ResourceResolver.none());

        assertThat(read(request)).contains("Written for another version.");
    }

    @Test
    void other_content_annotations_or_staleness_give_other_bytes() {
        byte[] file = exported(aRequest());
        Request request = aRequest();

        assertThat(exported(new Request(
                        request.report(), request.config(), List.of(), request.staleness(), request.resources())))
                .isNotEqualTo(file);
        assertThat(exported(new Request(
                        request.report(), request.config(), request.annotations(), List.of(), request.resources())))
                .isNotEqualTo(file);
    }

    @Test
    void a_report_that_says_nothing_is_still_a_file() {
        var nothing = new ReportContent("", List.of(), new ReportAppendix("", List.of(), Map.of(), List.of()));

        assertThat(exported(bare(nothing))).isNotEmpty();
    }

    @Test
    void what_people_wrote_is_shown_as_text_and_never_runs() {
        var chart = new Chart(
                "line",
                Map.of("x", List.of(ATTACK), "series", List.of(Map.of("name", ATTACK, "values", List.of(1)))),
                Map.of("title", ATTACK, "alt", ATTACK));
        var content = new ReportContent(
                "T " + ATTACK,
                List.of(new ReportSection(
                        "S " + ATTACK,
                        ATTACK,
                        ATTACK + "<p onclick=\"alert(1)\">Paragraph</p><a href=\"javascript:alert(1)\">here</a>"
                                + "<iframe src=\"https://evil.example/\"></iframe><img src=x onerror=alert(1)>"
                                + "<a href=\"file:///etc/passwd\">there</a>",
                        List.of(chart))),
                new ReportAppendix(ATTACK, List.of("D " + ATTACK), Map.of(ATTACK, ATTACK), List.of("C " + ATTACK)));
        Request request = request(
                content,
                ReportConfig.standard(),
                List.of(annotation(ATTACK, "A " + ATTACK)),
                List.of("L " + ATTACK),
                ResourceResolver.none());

        byte[] file = exported(request);

        assertThat(text(file).replaceAll("[\\s\u00a0]+", " "))
                .contains("T " + ATTACK, "S " + ATTACK, "D " + ATTACK, "C " + ATTACK, "A " + ATTACK, "L " + ATTACK)
                .contains("Paragraph");
        assertHarmless(file);
    }

    private void assertHarmless(byte[] file) {
        switch (exporter().format()) {
            case HTML ->
                assertThat(new String(file, UTF_8).replaceAll("(?s)<style>.*?</style>", ""))
                        .doesNotContainPattern("(?i)<(script|iframe|object|embed|base|form|link)\\b")
                        .doesNotContainPattern("(?i)<[a-z][^<>]*\\son[a-z]+\\s*=")
                        .doesNotContainPattern("(?i)(href|src)\\s*=\\s*[\"']?\\s*(javascript|file|http):");
            case PDF ->
                assertThat(new String(file, ISO_8859_1))
                        .doesNotContain("/JavaScript", "/JS ", "/Launch", "/EmbeddedFile", "javascript:", "file:/");
            case PPTX, DOCX -> assertOfficeIsHarmless(file);
        }
    }

    private static void assertOfficeIsHarmless(byte[] file) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getName()).doesNotContainIgnoringCase("vbaProject", "activeX", "oleObject");
                if (entry.getName().endsWith(".rels")) {
                    assertThat(new String(zip.readAllBytes(), UTF_8))
                            .doesNotContainPattern("(?i)Target=\"(javascript|file|http):");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void only_the_logo_is_asked_for_and_a_report_does_without_one_that_is_not_there() {
        var asked = new ConcurrentLinkedQueue<String>();
        Request request = branded(Map.of("primary", "#0b5394"), url -> {
            asked.add(url);
            return Optional.empty();
        });

        assertThat(read(request)).contains("With a logo", "Before", "After");
        assertThat(asked).containsOnly(LOGO);
    }

    @Test
    void a_logo_that_is_no_picture_is_left_out_or_refused() {
        for (var resource : List.of(
                new ResourceResolver.Resource("image/png", new byte[] {1, 2, 3}),
                new ResourceResolver.Resource("image/png", new byte[0]),
                new ResourceResolver.Resource("text/html", ATTACK.getBytes(UTF_8)))) {
            Refusals.assertAnsweredOrRefused(
                    "a logo of type " + resource.mediaType(),
                    () -> exported(branded(Map.of(), url -> Optional.of(resource))));
        }
    }

    @Test
    void a_colour_that_is_none_is_left_out_or_refused_and_never_written() {
        for (Object colour : List.of("url(javascript:alert(1))", "red;} body{display:none", "", 7, List.of())) {
            Request request = branded(Map.of("primary", colour), ResourceResolver.none());

            Refusals.assertAnsweredOrRefused("the colour " + colour, () -> {
                byte[] file = exported(request);
                assertThat(new String(file, ISO_8859_1)).doesNotContain("url(javascript", "body{display:none");
                return file;
            });
        }
    }

    private static Request branded(Map<String, Object> colors, ResourceResolver resources) {
        ReportConfig standard = ReportConfig.standard();
        var branding = new ReportConfig.Branding(LOGO, colors);
        var config = new ReportConfig(standard.template(), List.of(), branding, true, true);
        var section = new ReportSection(
                "Pictures", "pictures", "<p>Before</p><img src=\"https://evil.example/x.png\"><p>After</p>", List.of());
        var content = new ReportContent("With a logo", List.of(section), CONTENT.appendix());
        return request(content, config, List.of(), List.of(), resources);
    }

    @Test
    void a_chart_that_makes_no_sense_does_not_keep_the_report_from_its_readers() {
        var charts = new ArrayList<Chart>();
        for (String type : List.of("line", "interval", "bar", "hologram", "")) {
            charts.add(new Chart(type, Map.of(), Map.of()));
            Variations.of(
                    Map.of("x", List.of("a"), "categories", List.of("a"), "items", List.of(), "series", List.of()),
                    (what, data) -> charts.add(new Chart(type, data, Map.of("title", what))));
        }
        var section = new ReportSection("Charts", "charts", "<p>Before</p>", charts);

        assertThat(read(bare(new ReportContent("Odd charts", List.of(section), CONTENT.appendix()))))
                .contains("Odd charts", "Before", "Companies are not modelled.");
    }

    @Test
    void no_text_is_too_strange() {
        List<String> strange = List.of(
                "",
                "\u0001\u0002",
                "\uD83D\uDE97 \u05D0\u05D1 \u0645\u0631 \u4E2D",
                "]]>",
                "\u202E",
                "x".repeat(5_000),
                "</p></div>",
                "<blockquote>".repeat(500),
                "&#0;&bogus;&#xFFFFFF;");
        var sections = new ArrayList<ReportSection>();
        for (int i = 0; i < strange.size(); i++) {
            String text = strange.get(i);
            sections.add(new ReportSection(text, text, "<p>Number " + i + "</p>" + text, List.of()));
        }
        var appendix = new ReportAppendix(strange.get(7), strange, Map.of("a", strange.get(2)), strange);

        String read = read(bare(new ReportContent(strange.get(2), sections, appendix)));

        for (int i = 0; i < strange.size(); i++) {
            assertThat(read).contains("Number " + i);
        }
    }
}
