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
        byte[] blank = bytes.clone();
        System.arraycopy(Seal.BLANK.getBytes(US_ASCII), 0, blank, at, Seal.LENGTH);
        String seal = new String(bytes, at, Seal.LENGTH, ISO_8859_1);
        byte[] manifest = {};
        Map<String, Fingerprint> parts = Map.of();
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            manifest = manifest(pdf);
            parts = parts(pdf);
        } catch (IOException | RuntimeException e) {
            // Broken: then the bytes are not those that were sealed, and no part can be told from others.
        }
        return Optional.of(new SealedFile(manifest, seal, Fingerprint.of(blank), parts));
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
                return in.readAllBytes();
            }
        }
        return new byte[0];
    }

    /**
     * Each page by what is drawn on it, and each figure and picture there; what pages share, such as fonts, counts to the file as
     * a whole.
     */
    private static Map<String, Fingerprint> parts(PDDocument pdf) throws IOException {
        var parts = new Parts();
        int number = 0;
        for (PDPage page : pdf.getPages()) {
            number++;
            try (InputStream drawn = page.getContents()) {
                parts.add("page " + number, Fingerprint.of(drawn.readAllBytes()));
            }
            addObjects(page, number, parts);
        }
        return parts.byName();
    }

    private static void addObjects(PDPage page, int number, Parts parts) throws IOException {
        COSDictionary resources = page.getResources().getCOSObject();
        COSDictionary objects = resources.getCOSDictionary(COSName.XOBJECT);
        if (objects == null) {
            return;
        }
        for (COSName name : new TreeSet<>(objects.keySet())) {
            if (objects.getDictionaryObject(name) instanceof COSStream object) {
                boolean isPicture = COSName.IMAGE.equals(object.getCOSName(COSName.SUBTYPE));
                try (InputStream drawn = isPicture ? object.createRawInputStream() : object.createInputStream()) {
                    parts.add(
                            (isPicture ? "a picture on page " : "a figure on page ") + number,
                            Fingerprint.of(drawn.readAllBytes()));
                }
            }
        }
    }
}
