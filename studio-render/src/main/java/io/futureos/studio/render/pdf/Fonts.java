package io.futureos.studio.render.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts that travel in the jar; a bare machine has none, so nothing else may be used. */
final class Fonts {

    static final String SANS = "Liberation Sans";
    static final String MONO = "Liberation Mono";

    private static final List<Face> FACES = List.of(
            new Face("LiberationSans-Regular", SANS, 400, FontStyle.NORMAL),
            new Face("LiberationSans-Bold", SANS, 700, FontStyle.NORMAL),
            new Face("LiberationSans-Italic", SANS, 400, FontStyle.ITALIC),
            new Face("LiberationSans-BoldItalic", SANS, 700, FontStyle.ITALIC),
            new Face("LiberationMono-Regular", MONO, 400, FontStyle.NORMAL));

    private final List<PDType0Font> loaded = new ArrayList<>();

    /**
     * Fonts to be embedded into {@code pdf} as far as they are used.
     *
     * @throws IOException if a font cannot be read
     */
    Fonts(PDDocument pdf) throws IOException {
        for (Face face : FACES) {
            loaded.add(load(face, pdf));
        }
    }

    private record Face(String file, String family, int weight, FontStyle style) {}

    PDType0Font regular() {
        return loaded.get(0);
    }

    PDType0Font bold() {
        return loaded.get(1);
    }

    /** Makes the fonts known to {@code builder}. */
    void register(PdfRendererBuilder builder) {
        for (int i = 0; i < FACES.size(); i++) {
            Face face = FACES.get(i);
            builder.useFont(new PDFontSupplier(loaded.get(i)), face.family(), face.weight(), face.style(), true);
        }
    }

    /** Glyph substitution stays off: PDFBox spends most of a render on it, and these fonts have nothing to gain. */
    private static PDType0Font load(Face face, PDDocument pdf) throws IOException {
        try (InputStream in = open(face.file())) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            font.setEnableGsub(false);
            return PDType0Font.load(pdf, font, true);
        }
    }

    static InputStream open(String file) {
        String path = "/com/mpobjects/jasperreports/fonts/liberation/" + file + ".ttf";
        InputStream font = Fonts.class.getResourceAsStream(path);
        if (font == null) {
            throw new IllegalStateException("The font " + path + " is missing from the class path; "
                    + "com.mpobjects.jasperreports.font:jasperreports-fonts-liberation brings it");
        }
        return font;
    }
}
