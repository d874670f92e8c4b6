package io.futureos.studio.render.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.render.Exports;
import io.futureos.studio.render.OfficeParts;
import io.futureos.studio.render.Readback;
import io.futureos.studio.render.ReportExporters;
import io.futureos.studio.render.Reports;
import io.futureos.studio.render.provenance.Verdict.Outcome;
import io.futureos.studio.render.provenance.Verdict.Signing;
import io.futureos.studio.report.ReportExporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportVerifierTest {

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void a_file_as_it_was_written_is_consistent(ExportFormat format) {
        assertThat(SealedReports.VERIFIER.verify(SealedReports.plain(format)))
                .isEqualTo(new Verdict(Outcome.CONSISTENT, List.of(), Signing.NONE, ""));
        assertThat(SealedReports.VERIFIER.verify(SealedReports.signed(format)))
                .isEqualTo(new Verdict(Outcome.CONSISTENT, List.of(), Signing.TRUSTED, SealedReports.KEY_ID));
        assertThat(SealedReports.VERIFIER.verify(SealedReports.signed(format)).isGenuine())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void the_manifest_says_what_the_report_was_made_from(ExportFormat format) {
        String manifest = new String(
                ReportVerifier.read(SealedReports.plain(format)).orElseThrow().manifest(), UTF_8);

        assertThat(manifest)
                .contains(
                        "\"revision\":41",
                        "\"version\":3",
                        "\"simulation\":7",
                        "\"name\":\"simulation\",\"version\":\"1.2\"",
                        "\"data\":\"" + "a".repeat(64),
                        "\"project_id\":\"0d0bb0b4-7a9f-4a1e-8d8f-6f1f3f0c2a22\"");
    }

    /** 250 a format, half of them near the end, where Office files have their seal: whatever byte is another one, the file is not consistent. */
    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void no_byte_can_be_changed_unnoticed(ExportFormat format) {
        var random = new Random(format.name().hashCode());
        byte[] genuine = SealedReports.signed(format);
        for (int i = 0; i < 250; i++) {
            byte[] changed = genuine.clone();
            int near = i % 2 == 0 ? changed.length : Math.min(changed.length, 1_500);
            int at = changed.length - 1 - random.nextInt(near);
            changed[at] ^= (byte) (1 << random.nextInt(8));

            Verdict verdict = SealedReports.VERIFIER.verify(changed);
            boolean isInTheSeal = verdict.signing() == Signing.FORGED || verdict.signing() == Signing.UNKNOWN_KEY;
            assertThat(verdict.isGenuine()).as("byte " + at).isFalse();
            assertThat(verdict.outcome() != Outcome.CONSISTENT || isInTheSeal)
                    .as("byte " + at + ": " + verdict)
                    .isTrue();
        }
    }

    @Test
    void the_part_of_a_page_that_was_changed_is_named() {
        String html = new String(SealedReports.plain(ExportFormat.HTML), UTF_8);

        assertThat(SealedReports.VERIFIER
                        .verify(html.replace("20,000 households, fitted", "30,000 households, fitted")
                                .getBytes(UTF_8))
                        .altered())
                .containsExactly("the section \"Population\"");
    }

    @Test
    void the_slide_and_the_chart_that_were_changed_are_named() throws IOException {
        byte[] slides = SealedReports.plain(ExportFormat.PPTX);

        assertThat(SealedReports.VERIFIER
                        .verify(with(slides, "ppt/slides/slide2.xml", "41 %", "61 %"))
                        .altered())
                .contains("slide 2")
                .doesNotContain("slide 3");
        assertThat(SealedReports.VERIFIER
                        .verify(with(slides, "ppt/charts/chart1.xml", "0.946", "0.976"))
                        .altered())
                .contains("chart 1")
                .doesNotContain("chart 2");
    }

    @Test
    void the_text_of_a_document_that_was_changed_is_named() throws IOException {
        assertThat(SealedReports.VERIFIER
                        .verify(with(SealedReports.plain(ExportFormat.DOCX), "word/document.xml", "41 %", "61 %"))
                        .altered())
                .containsExactly("the text");
    }

    @Test
    void the_page_that_was_changed_is_named_and_a_file_saved_by_another_program_is_altered() throws IOException {
        var saved = new ByteArrayOutputStream();
        try (PDDocument pdf = Loader.loadPDF(SealedReports.plain(ExportFormat.PDF))) {
            pdf.getPage(1).setContents(pdf.getPage(2).getContentStreams().next());
            pdf.save(saved);
        }

        Verdict verdict = SealedReports.VERIFIER.verify(saved.toByteArray());

        assertThat(verdict.outcome()).isEqualTo(Outcome.ALTERED);
        assertThat(verdict.altered()).containsExactly("page 2");
    }

    /** Whoever writes reports with this library can do that; only the key is missing. */
    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void a_file_that_was_sealed_anew_is_told_from_a_genuine_one(ExportFormat format) {
        var strangers = SealedReports.keys();
        for (List<ReportExporter> forgers : List.of(
                ReportExporters.all(),
                ReportExporters.signedBy(Signer.ed25519(SealedReports.KEY_ID, strangers.getPrivate())))) {
            byte[] forged = requireNonNull(SealedReports.files(forgers).get(format));

            assertThat(SealedReports.VERIFIER.verify(forged).outcome()).isEqualTo(Outcome.CONSISTENT);
            assertThat(SealedReports.VERIFIER.verify(forged).isGenuine()).isFalse();
        }
        assertThat(SealedReports.VERIFIER.verify(SealedReports.signed(format)).isGenuine())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void a_file_that_is_cut_off_or_goes_on_is_not_consistent(ExportFormat format) {
        byte[] genuine = SealedReports.signed(format);
        for (int length : new int[] {0, 1, 4, 8, 100, genuine.length / 2, genuine.length - 1, genuine.length + 1}) {
            assertThat(SealedReports.VERIFIER
                            .verify(Arrays.copyOf(genuine, length))
                            .outcome())
                    .as(length + " bytes")
                    .isNotEqualTo(Outcome.CONSISTENT);
        }
    }

    @Test
    void what_is_no_report_is_unknown() {
        for (String other : List.of("", "PK", "%PDF-1.7", "<html></html>", "PK\u0003\u0004 and so on")) {
            assertThat(SealedReports.VERIFIER.verify(other.getBytes(UTF_8))).isEqualTo(Verdict.unknown());
        }
    }

    @Test
    void text_that_looks_like_a_seal_takes_nobody_in() {
        String attack =
                "stream\n" + Seal.BLANK + "\nendstream <meta name=\"studio-seal\" content=\"" + Seal.BLANK + "\">";
        for (ReportExporter exporter : ReportExporters.all()) {
            byte[] file = Exports.bytes(exporter, Reports.withSection("<p>" + attack + "</p>"));

            assertThat(SealedReports.VERIFIER.verify(file).outcome())
                    .as(exporter.format().name())
                    .isEqualTo(Outcome.CONSISTENT);
        }
    }

    private static byte[] with(byte[] file, String part, String text, String other) throws IOException {
        var entries = new LinkedHashMap<>(OfficeParts.of(file));
        String before = new String(entries.get(part), UTF_8);
        String after = before.replace(text, other).replace(text.replace(' ', '\u00a0'), other);
        assertThat(after).isNotEqualTo(before);
        entries.put(part, after.getBytes(UTF_8));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Java's decoder passes over the last bits of a signature, and so would whoever trims the seal. */
    @Test
    void a_seal_in_other_letters_is_none() {
        String html = new String(SealedReports.signed(ExportFormat.HTML), UTF_8);
        String seal = ReportVerifier.read(html.getBytes(UTF_8)).orElseThrow().seal();
        String signature = Seal.read(seal).orElseThrow().signature();
        char last = signature.charAt(signature.length() - 1);
        String other = signature.substring(0, signature.length() - 1) + (char) (last + 1);

        assertThat(SealedReports.VERIFIER
                        .verify(html.replace(signature, other).getBytes(UTF_8))
                        .altered())
                .containsExactly("the seal");
        assertThat(SealedReports.VERIFIER
                        .verify(html.replace(seal, seal.strip()).getBytes(UTF_8))
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void a_report_says_that_it_can_be_verified(ExportFormat format) {
        assertThat(Readback.text(format, SealedReports.plain(format)))
                .contains(
                        "This is report 7b0f4c1e-5a53-4b7e-9f2a-3f8f2f6f1c11",
                        "sealed manifest",
                        "verifier says whether anything");
    }
}
