package io.futureos.studio.render.provenance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.report.GeneratedReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.jspecify.annotations.Nullable;

/**
 * The manifest among the private data that a PDF may carry for the program that wrote it (ISO 32000-1, 14.5), which PDF/A
 * allows. As in a signed PDF, the place of the seal is left free until the bytes around it are known.
 */
public final class PdfSeal {

    private static final COSName PIECES = COSName.getPDFName("PieceInfo");
    private static final COSName OURS = COSName.getPDFName("StudioOrchestrator");
    private static final COSName PRIVATE = COSName.getPDFName("Private");
    private static final COSName MANIFEST = COSName.getPDFName("Manifest");
    private static final COSName SEAL = COSName.getPDFName("Seal");

    private static final String SHARED = "what pages share, such as fonts, links and data about the file";

    private PdfSeal() {}

    /**
     * Saves a document with its manifest.
     *
     * @param at when its private data was written last
     * @throws IOException if it can't be written
     */
    public static byte[] sealed(PDDocument pdf, Calendar at, GeneratedReport report, @Nullable Signer signer)
            throws IOException {
        byte[] manifest = Manifest.of(report, parts(pdf));
        var ours = new COSDictionary();
        ours.setItem(MANIFEST, stream(pdf, manifest, COSName.FLATE_DECODE));
        ours.setItem(SEAL, stream(pdf, Seal.BLANK.getBytes(US_ASCII), null));
        var data = new COSDictionary();
        data.setDate(COSName.LAST_MODIFIED, at);
        data.setItem(PRIVATE, ours);
        var pieces = new COSDictionary();
        pieces.setItem(OURS, data);
        pdf.getDocumentCatalog().getCOSObject().setItem(PIECES, pieces);

        var saved = new ByteArrayOutputStream();
        pdf.save(saved);
        byte[] file = saved.toByteArray();
        int place = place(file).orElseThrow(() -> new IOException("the seal's place is missing from the PDF"));
        byte[] seal =
                Seal.of(Fingerprint.of(manifest), Fingerprint.of(file), signer).bytes();
        System.arraycopy(seal, 0, file, place, seal.length);
        return file;
    }

    private static COSStream stream(PDDocument pdf, byte[] content, @Nullable COSName filter) throws IOException {
        COSStream stream = pdf.getDocument().createCOSStream();
        try (OutputStream out = filter == null ? stream.createRawOutputStream() : stream.createOutputStream(filter)) {
            out.write(content);
        }
        return stream;
    }

    static Optional<SealedFile> read(byte[] bytes) {
        Optional<Integer> place = place(bytes);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        int at = place.get();
        String seal = new String(bytes, at, Seal.LENGTH, ISO_8859_1);
        byte[] manifest = {};
        Map<String, Fingerprint> parts = Map.of();
        if (ModestPdf.is(bytes)) {
            try (PDDocument pdf = Loader.loadPDF(bytes)) {
                manifest = manifest(pdf);
                parts = parts(pdf);
            } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
                // Broken, or made to break its reader: either way the bytes are not those that were sealed.
            }
        }
        return Optional.of(new SealedFile(manifest, seal, Seal.around(bytes, at), parts, SHARED));
    }

    /** Where a stream begins with the mark; text can't, as a line break within it is not written as one. */
    private static Optional<Integer> place(byte[] file) {
        for (String start : List.of("stream\r\n", "stream\n")) {
            byte[] mark = (start + Seal.MARK).getBytes(US_ASCII);
            for (int i = file.length - Seal.LENGTH - mark.length; i >= 0; i--) {
                if (file[i] == mark[0] && Arrays.equals(file, i, i + mark.length, mark, 0, mark.length)) {
                    return Optional.of(i + start.length());
                }
            }
        }
        return Optional.empty();
    }

    private static byte[] manifest(PDDocument pdf) throws IOException {
        COSBase found = pdf.getDocumentCatalog().getCOSObject();
        for (COSName name : new COSName[] {PIECES, OURS, PRIVATE, MANIFEST}) {
            found = found instanceof COSDictionary dictionary ? dictionary.getDictionaryObject(name) : null;
        }
        if (found instanceof COSStream stream) {
            try (InputStream in = stream.createInputStream()) {
                return Packed.limited(in);
            }
        }
        return new byte[0];
    }

    /** Each page by what is drawn on it, and each figure and picture there. */
    private static Map<String, Fingerprint> parts(PDDocument pdf) throws IOException {
        var parts = new Parts();
        var reader = new LimitedReader();
        int number = 0;
        for (PDPage page : pdf.getPages()) {
            number++;
            var drawn = new Digest();
            Iterator<PDStream> streams = page.getContentStreams();
            while (streams.hasNext()) {
                drawn.add(reader.read(streams.next().getCOSObject(), false));
            }
            parts.add("page " + number, drawn.fingerprint());
            addObjects(page, number, reader, parts);
        }
        return parts.byName();
    }

    private static void addObjects(PDPage page, int number, LimitedReader reader, Parts parts) throws IOException {
        COSDictionary resources = page.getResources().getCOSObject();
        COSDictionary objects = resources.getCOSDictionary(COSName.XOBJECT);
        if (objects == null) {
            return;
        }
        for (COSName name : new TreeSet<>(objects.keySet())) {
            if (objects.getDictionaryObject(name) instanceof COSStream object) {
                boolean isPicture = COSName.IMAGE.equals(object.getCOSName(COSName.SUBTYPE));
                parts.add(
                        (isPicture ? "a picture on page " : "a figure on page ") + number,
                        Fingerprint.of(reader.read(object, isPicture)));
            }
        }
    }

    /** Reads streams until that is more than a report has: a file may name one of them a million times. */
    private static final class LimitedReader {

        private static final long MOST_BYTES = 64L << 20;
        private static final int MOST_STREAMS = 20_000;

        private long bytes;
        private int streams;

        /** @param isRaw whether it is left packed, as pictures are */
        byte[] read(COSStream stream, boolean isRaw) throws IOException {
            streams++;
            try (InputStream in = isRaw ? stream.createRawInputStream() : stream.createInputStream()) {
                byte[] content = in.readAllBytes();
                bytes += content.length;
                if (bytes > MOST_BYTES || streams > MOST_STREAMS) {
                    throw new IOException("its pages draw more than those of a report");
                }
                return content;
            }
        }
    }
}
