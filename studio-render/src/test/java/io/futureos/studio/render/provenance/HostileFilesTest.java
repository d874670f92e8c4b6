package io.futureos.studio.render.provenance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.render.provenance.Verdict.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that somebody made to take the time or the memory of who verifies them: each gets an answer, soon. */
@Timeout(20)
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileFilesTest {

    private static final Fingerprint NOTHING = Fingerprint.of("");
    private static final String SEAL = new Seal(NOTHING, NOTHING, "", "").text();

    private static void assertNothingIsVouchedFor(byte[] file) {
        assertThat(SealedReports.VERIFIER.verify(file).outcome()).isNotEqualTo(Outcome.CONSISTENT);
    }

    private static byte[] zeros(int megabytes) {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
            byte[] some = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++) {
                out.write(some);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toByteArray();
    }

    @Test
    void a_zip_file_that_unpacks_to_far_more_than_a_report() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(OfficeSeal.MANIFEST));
            byte[] some = new byte[1 << 20];
            for (int i = 0; i < 40; i++) {
                zip.write(some);
            }
        }

        assertNothingIsVouchedFor(bytes.toByteArray());
    }

    @Test
    void a_zip_file_of_more_entries_than_a_report_or_with_endless_names() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 20_001; i++) {
                zip.putNextEntry(new ZipEntry("ppt/slides/slide" + i + ".xml"));
            }
        }
        assertNothingIsVouchedFor(bytes.toByteArray());

        var names = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(names)) {
            zip.putNextEntry(new ZipEntry("n".repeat(60_000)));
        }
        assertNothingIsVouchedFor(names.toByteArray());
    }

    /** The place of the seal is read from the end of the file, where somebody may have written any number. */
    @ParameterizedTest
    @EnumSource(
            value = ExportFormat.class,
            names = {"PPTX", "DOCX"})
    void a_zip_file_whose_seal_is_said_to_be_anywhere(ExportFormat format) {
        byte[] genuine = SealedReports.signed(format);
        int end = genuine.length - 22;
        int listed = end - 46 - OfficeSeal.SEAL.length();
        int length = SealedReports.signed(format).length;
        for (int entry :
                new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE - 100, Integer.MIN_VALUE, -1, length, listed}) {
            byte[] file = genuine.clone();
            ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
            int before = bytes.getInt(listed + 42);
            bytes.putInt(end + 16, bytes.getInt(end + 16) - before + entry);
            bytes.putInt(listed + 42, entry);

            assertNothingIsVouchedFor(file);
        }
    }

    private static byte[] page(String manifest, String content) {
        String html = "<html><head><meta name=\"studio-manifest\" content=\"" + manifest
                + "\"><meta name=\"studio-seal\" content=\"" + SEAL + "\"></head><body>" + content;
        return html.getBytes(ISO_8859_1);
    }

    @Test
    void a_manifest_that_unpacks_to_far_more_than_a_report_has() {
        String manifest = Packed.text(new byte[33 << 20]);

        assertNothingIsVouchedFor(page(manifest, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"parts\":", "{\"parts\":{\"a\":[", "1e999999999", "-", "\"\\ud800", "9"})
    void a_manifest_that_is_nested_or_written_to_break_its_reader(String start) {
        String manifest = Packed.text(start.repeat(200_000).getBytes(UTF_8));

        assertNothingIsVouchedFor(page(manifest, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<nav >",
                "<section >",
                "<section ><h2>",
                "<section ><h2>a (2)</h2>",
                "<h2>",
                "<meta name=\"studio-manifest\" content=\"A",
                "<meta name=\"studio-manifest\" content=\"\"><meta name=\"studio-seal\" content=\"",
                "&#x41;"
            })
    void a_page_of_the_same_again_and_again(String piece) {
        String all = piece.repeat((4 << 20) / piece.length());

        assertNothingIsVouchedFor(page("", all));
        assertNothingIsVouchedFor(page("", "<section ><h2>" + all + "</h2>"));
        assertNothingIsVouchedFor(all.getBytes(ISO_8859_1));
    }

    /** A PDF with these objects, the first of which is the catalog; it says nothing about where they are. */
    private static byte[] pdf(Object... objects) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.7\n".getBytes(US_ASCII));
        int number = 0;
        for (Object object : objects) {
            number++;
            out.writeBytes((number + " 0 obj\n").getBytes(US_ASCII));
            if (object instanceof byte[] packed) {
                out.writeBytes(("<</Filter/FlateDecode/Length " + packed.length + ">>\nstream\n").getBytes(US_ASCII));
                out.writeBytes(packed);
                out.writeBytes("\nendstream".getBytes(US_ASCII));
            } else {
                out.writeBytes(object.toString().getBytes(US_ASCII));
            }
            out.writeBytes("\nendobj\n".getBytes(US_ASCII));
        }
        out.writeBytes(("99 0 obj<</Length 400>>\nstream\n" + SEAL + "\nendstream\nendobj\n").getBytes(US_ASCII));
        out.writeBytes("trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n".getBytes(US_ASCII));
        return out.toByteArray();
    }

    private static final String CATALOG = "<</Type/Catalog/Pages 2 0 R>>";
    private static final String PAGES = "<</Type/Pages/Count 1/Kids[3 0 R]>>";

    @Test
    void a_pdf_that_unpacks_to_far_more_than_a_report() {
        assertNothingIsVouchedFor(pdf(CATALOG, PAGES, "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>", zeros(34)));
    }

    @Test
    void a_pdf_that_draws_the_same_a_million_times() {
        String page = "<</Type/Page/Parent 2 0 R/Contents[" + "4 0 R ".repeat(200_000) + "]>>";

        assertNothingIsVouchedFor(pdf(CATALOG, PAGES, page, zeros(20)));
        assertNothingIsVouchedFor(pdf(CATALOG, PAGES, page, zeros(0)));
    }

    @Test
    void a_pdf_whose_pages_are_each_other_or_the_same_one() {
        String page = "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>";

        assertNothingIsVouchedFor(
                pdf(CATALOG, "<</Type/Pages/Count 9/Kids[2 0 R 3 0 R]>>", "<</Type/Pages/Kids[2 0 R 3 0 R]>>"));
        assertNothingIsVouchedFor(
                pdf(CATALOG, "<</Type/Pages/Count 9/Kids[" + "3 0 R ".repeat(100_000) + "]>>", page, zeros(1)));
        assertNothingIsVouchedFor(pdf(CATALOG, "2 0 R", "3 0 R"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "<<", "<</A ", "(", "((", "1 0 obj ", "<", "/", "1 0 R ", "%", "stream\n", "xref\n"})
    void a_pdf_of_the_same_again_and_again(String piece) {
        assertNothingIsVouchedFor(pdf(piece.repeat((1 << 20) / piece.length())));
        assertNothingIsVouchedFor(pdf(CATALOG, PAGES, piece.repeat(100_000)));
    }

    @Test
    void a_pdf_with_an_object_in_every_byte_of_a_stream() {
        byte[] objects = zeros(9);
        String start = new String(pdf(CATALOG, PAGES), ISO_8859_1);
        String stream = "4 0 obj\n<</Type/ObjStm/N 4000000/First 8000000/Filter/FlateDecode/Length " + objects.length
                + ">>\nstream\n" + new String(objects, ISO_8859_1) + "\nendstream\nendobj\n";

        assertThat(ModestPdf.is((start + stream).getBytes(ISO_8859_1))).isFalse();
        assertNothingIsVouchedFor(start.replace("99 0 obj", stream + "99 0 obj").getBytes(ISO_8859_1));
    }

    /** In pieces rather than byte by byte: what a careless program or a bad line makes of a file. */
    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void a_file_whose_pieces_are_in_another_order(ExportFormat format) {
        var random = new Random(7);
        byte[] genuine = SealedReports.signed(format);
        for (int i = 0; i < 40; i++) {
            byte[] file = genuine.clone();
            int length = 1 + random.nextInt(2_000);
            int from = random.nextInt(file.length - length);
            int to = random.nextInt(file.length - length);
            System.arraycopy(genuine, from, file, to, length);
            if (Fingerprint.of(file).equals(Fingerprint.of(genuine))) {
                continue;
            }

            assertThat(SealedReports.VERIFIER.verify(file).isGenuine()).isFalse();
        }
    }

    @Test
    void a_file_larger_than_any_report_is_not_even_read(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("large.pdf");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap("%PDF-1.7".getBytes(US_ASCII)));
            channel.write(ByteBuffer.wrap(new byte[1]), 3L << 30);
        }
        assertThat(Files.size(file)).isGreaterThan(3L << 30);

        assertThat(SealedReports.VERIFIER.verify(file)).isEqualTo(Verdict.unknown());
    }
}
