package io.futureos.studio.render.provenance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.render.provenance.Verdict.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Where reading a file ends, whatever more it says: none of this can be seen from the verdict. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitsTest {

    private static final int MEGABYTE = 1 << 20;

    private static byte[] zip(String name, int megabytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < megabytes; i++) {
                zip.write(new byte[MEGABYTE]);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void an_office_file_is_unpacked_up_to_128_megabytes() throws IOException {
        byte[] file = zip("large", 129);

        assertThatThrownBy(() -> new OfficeEntries(List.of()).read(file)).hasMessage("more bytes than a report has");
    }

    @Test
    void of_an_entry_that_is_wanted_no_more_than_32_megabytes_are_kept() throws IOException {
        byte[] file = zip("wanted", 34);

        new OfficeEntries(List.of("another")).read(file);
        assertThatThrownBy(() -> new OfficeEntries(List.of("wanted")).read(file))
                .hasMessage("more bytes than a report has");
    }

    @Test
    void no_two_entries_have_one_name() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("one.xml"));
            zip.putNextEntry(new ZipEntry("two.xml"));
        }
        byte[] file = bytes.toString(ISO_8859_1).replace("two.xml", "one.xml").getBytes(ISO_8859_1);

        assertThatThrownBy(() -> new OfficeEntries(List.of()).read(file))
                .hasMessageContaining("two entries of one name");
    }

    @Test
    void a_packed_text_of_more_than_32_megabytes_is_none() {
        assertThat(Packed.bytes(Packed.text(new byte[32 * MEGABYTE]))).hasSize(32 * MEGABYTE);
        assertThat(Packed.bytes(Packed.text(new byte[32 * MEGABYTE + 1]))).isEmpty();
    }

    @Test
    void a_page_is_cut_into_ten_thousand_parts_at_most() {
        String html = new String(SealedReports.plain(ExportFormat.HTML), UTF_8);
        String large = html.replace("</body>", "<section></section>".repeat(12_000) + "</body>");

        assertThat(HtmlSeal.read(large.getBytes(UTF_8)).orElseThrow().parts()).hasSize(10_000);
    }

    @Test
    void a_file_of_more_than_64_megabytes_is_no_report() {
        byte[] html = SealedReports.plain(ExportFormat.HTML);

        assertThat(outcomeAt(html, 64 * MEGABYTE)).isEqualTo(Outcome.ALTERED);
        assertThat(outcomeAt(html, 64 * MEGABYTE + 1)).isEqualTo(Outcome.UNKNOWN);
    }

    private static Outcome outcomeAt(byte[] file, int size) {
        return SealedReports.VERIFIER.verify(Arrays.copyOf(file, size)).outcome();
    }

    @Test
    void a_seal_is_as_long_as_its_place() {
        Fingerprint nothing = Fingerprint.of("");
        String seal = new Seal(nothing, nothing, "", "").text();

        assertThat(Seal.read(seal)).isPresent();
        assertThat(Seal.read(seal.strip())).isEmpty();
        assertThat(Seal.read(seal + " ")).isEmpty();
    }
}
