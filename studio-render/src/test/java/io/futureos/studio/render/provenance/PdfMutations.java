package io.futureos.studio.render.provenance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.jspecify.annotations.Nullable;

/** Changes a PDF and saves it anew. */
final class PdfMutations implements Mutation.Maker {

    private final byte[] file;

    PdfMutations(byte[] file) {
        this.file = file;
    }

    @Override
    public List<String> kinds() {
        return List.of("shown text", "chart text", "chart value", Mutation.MANIFEST);
    }

    /** What is drawn somewhere, and how the verifier calls that. */
    private record Drawn(String part, PDContentStream content) {}

    @Override
    public Mutation mutate(String kind, Random random) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            if (kind.equals(Mutation.MANIFEST)) {
                byte[] manifest = PdfSeal.read(file).orElseThrow().manifest();
                COSStream stream = manifest(pdf);
                write(stream, Mutation.otherManifest(manifest, random));
                return new Mutation(kind, Mutation.MANIFEST, saved(pdf));
            }
            List<Drawn> all = kind.equals("shown text") ? pages(pdf) : charts(pdf);
            Drawn one = all.get(random.nextInt(all.size()));
            List<Object> tokens = new PDFStreamParser(one.content).parse();
            mutate(tokens, kind.equals("chart value") ? COSNumber.class : COSString.class, random);
            var written = new ByteArrayOutputStream();
            new ContentStreamWriter(written).writeTokens(tokens);
            if (one.content instanceof PDPage page) {
                var contents = new PDStream(pdf);
                write(contents.getCOSObject(), written.toByteArray());
                page.setContents(contents);
            } else {
                write(((PDFormXObject) one.content).getCOSObject(), written.toByteArray());
            }
            return new Mutation(kind, one.part, saved(pdf));
        }
    }

    private static List<Drawn> pages(PDDocument pdf) {
        var pages = new ArrayList<Drawn>();
        for (PDPage page : pdf.getPages()) {
            pages.add(new Drawn("page " + (pages.size() + 1), page));
        }
        return pages;
    }

    private static List<Drawn> charts(PDDocument pdf) throws IOException {
        var charts = new ArrayList<Drawn>();
        int number = 0;
        for (PDPage page : pdf.getPages()) {
            number++;
            for (COSName name : page.getResources().getXObjectNames()) {
                if (page.getResources().getXObject(name) instanceof PDFormXObject form) {
                    charts.add(new Drawn("a figure on page " + number, form));
                }
            }
        }
        return charts;
    }

    /** Another one of the operands of that type. */
    private static void mutate(List<Object> tokens, Class<?> type, Random random) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (type.isInstance(tokens.get(i))) {
                places.add(i);
            }
        }
        int at = places.get(random.nextInt(places.size()));
        if (tokens.get(at) instanceof COSString text) {
            byte[] glyphs = text.getBytes();
            glyphs[random.nextInt(glyphs.length / 2) * 2 + 1] ^= (byte) (1 + random.nextInt(3));
            tokens.set(at, new COSString(glyphs));
        } else {
            tokens.set(at, new COSFloat(((COSNumber) tokens.get(at)).floatValue() + 1 + random.nextInt(9)));
        }
    }

    private static COSStream manifest(PDDocument pdf) {
        COSDictionary found = pdf.getDocumentCatalog().getCOSObject();
        for (String name : List.of("PieceInfo", "StudioOrchestrator", "Private")) {
            found = found.getCOSDictionary(COSName.getPDFName(name));
        }
        return found.getCOSStream(COSName.getPDFName("Manifest"));
    }

    private static void write(COSStream stream, byte[] content) throws IOException {
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content);
        }
    }

    private static byte[] saved(PDDocument pdf) throws IOException {
        var saved = new ByteArrayOutputStream();
        pdf.save(saved);
        return saved.toByteArray();
    }

    @Override
    public byte[] sealed(byte[] mutated, @Nullable Signer signer) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(mutated)) {
            return PdfSeal.sealed(pdf, Calendar.getInstance(), SealedReports.forged(), signer);
        }
    }
}
