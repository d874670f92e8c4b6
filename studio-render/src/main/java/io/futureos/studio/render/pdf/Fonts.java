package io.futureos.studio.render.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
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

    private Fonts() {}

    private record Face(String file, String family, int weight, FontStyle style) {

        boolean isForCharts() {
            return family.equals(SANS) && style == FontStyle.NORMAL;
        }
    }

    /**
     * Makes the fonts known to {@code builder}, to be embedded into {@code pdf} as far as they are used.
     *
     * @throws IOException if a font cannot be read
     */
    static void register(PdfRendererBuilder builder, PDDocument pdf) throws IOException {
        for (Face face : FACES) {
            var font = new PDFontSupplier(load(face, pdf));
            builder.useFont(font, face.family(), face.weight(), face.style(), true);
            if (face.isForCharts()) {
                var uses = EnumSet.of(FSFontUseCase.SVG);
                builder.useFont(() -> open(face.file()), face.family(), face.weight(), face.style(), true, uses);
            }
        }
    }

    /** Glyph substitution stays off: PDFBox spends most of a render on it, and these fonts have nothing to gain. */
    private static PDFont load(Face face, PDDocument pdf) throws IOException {
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
