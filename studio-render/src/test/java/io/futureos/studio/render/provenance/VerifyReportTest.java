package io.futureos.studio.render.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.ExportFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VerifyReportTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int run(Object... arguments) {
        List<String> texts = List.of(arguments).stream().map(String::valueOf).toList();
        return VerifyReport.run(texts, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private String said() {
        return out.toString(UTF_8);
    }

    private Path file(byte[] content, ExportFormat format) throws IOException {
        return Files.write(folder.resolve("report." + format.name().toLowerCase(Locale.ROOT)), content);
    }

    private String key(PublicKey key) throws IOException {
        String base64 = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        Path file = folder.resolve("key.pem");
        Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
        return SealedReports.KEY_ID + "=" + file;
    }

    private static byte[] altered() {
        return new String(SealedReports.signed(ExportFormat.HTML), UTF_8)
                .replace("20,000 households", "30,000 households")
                .getBytes(UTF_8);
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void a_genuine_report_is_told_with_who_signed_it_and_what_it_was_made_from(ExportFormat format) throws IOException {
        Path file = file(SealedReports.signed(format), format);

        assertThat(run(file, "--key", key(SealedReports.KEYS.getPublic()))).isZero();
        assertThat(said())
                .contains(
                        file.getFileName() + " is as it was written.",
                        "signed with the key \"board-2025\", which you trust",
                        "project    0d0bb0b4-7a9f-4a1e-8d8f-6f1f3f0c2a22, revision 41, version 3",
                        "generated  2025-01-06T09:30:12.345Z",
                        "engines    simulation 1.2",
                        "numbers    2,");
    }

    @Test
    void an_altered_report_is_told_with_its_parts() throws IOException {
        assertThat(run(file(altered(), ExportFormat.HTML))).isEqualTo(VerifyReport.ALTERED);
        assertThat(said())
                .contains("was altered", "  the section \"Population\"")
                .doesNotContain("  the title");
    }

    @Test
    void what_is_no_report_is_unknown() throws IOException {
        assertThat(run(file("<html></html>".getBytes(UTF_8), ExportFormat.HTML)))
                .isEqualTo(VerifyReport.UNKNOWN);
        assertThat(said()).contains("can't be verified").doesNotContain("What it says of itself");
    }

    @Test
    void without_keys_a_report_that_nobody_signed_is_consistent_and_with_a_key_it_is_not_enough() throws IOException {
        Path file = file(SealedReports.plain(ExportFormat.PDF), ExportFormat.PDF);

        assertThat(run(file)).isZero();
        assertThat(said()).contains("Nobody signed it");
        assertThat(run(file, "--key=" + key(SealedReports.KEYS.getPublic()))).isEqualTo(VerifyReport.UNKNOWN);
    }

    @Test
    void a_signature_that_the_key_did_not_make_is_told() throws IOException {
        Path file = file(SealedReports.signed(ExportFormat.DOCX), ExportFormat.DOCX);

        assertThat(run(file)).isZero();
        assertThat(said()).contains("which can't be checked without --key board-2025=PUBLIC_KEY.pem");
        assertThat(run(file, "--key", key(SealedReports.keys().getPublic()))).isEqualTo(VerifyReport.ALTERED);
        assertThat(said()).contains("the seal is forged");
    }

    @Test
    void what_can_not_be_read_is_named() throws IOException {
        Path file = file(SealedReports.plain(ExportFormat.HTML), ExportFormat.HTML);

        assertThat(run()).isEqualTo(VerifyReport.NOT_VERIFIED);
        assertThat(run(folder.resolve("none.pdf"))).isEqualTo(VerifyReport.NOT_VERIFIED);
        assertThat(run(file, "--key", "board")).isEqualTo(VerifyReport.NOT_VERIFIED);
        assertThat(run(file, "--key", "board=" + file)).isEqualTo(VerifyReport.NOT_VERIFIED);
        assertThat(run(file, "--kee", "board")).isEqualTo(VerifyReport.NOT_VERIFIED);
        assertThat(err.toString(UTF_8))
                .contains(
                        "Which file?",
                        "There is no file " + folder.resolve("none.pdf"),
                        "--key is \"board\"",
                        "holds no public Ed25519 key in PEM",
                        "\"--kee\" is not understood");
    }

    @Test
    void nothing_in_a_file_steers_the_terminal() throws IOException {
        String seal = "<meta name=\"studio-seal\" content=\"" + Seal.BLANK + "\">";
        String manifest = Packed.text("{\"title\":\"\\u001b[2Jx\\u202ey\"}".getBytes(UTF_8));
        String html = "<meta name=\"studio-manifest\" content=\"" + manifest + "\">" + seal;

        assertThat(run(file(html.getBytes(UTF_8), ExportFormat.HTML))).isEqualTo(VerifyReport.ALTERED);
        assertThat(said()).contains("?[2Jx?y").doesNotContain("\u001b", "\u202e");
    }
}
