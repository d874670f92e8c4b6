package io.futureos.studio.render.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;

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

    private record Face(String file, String family, int weight, FontStyle style) {}

    static void register(PdfRendererBuilder builder) {
        for (Face face : FACES) {
            var uses = face.family().equals(SANS) && face.style() == FontStyle.NORMAL
                    ? EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG)
                    : EnumSet.of(FSFontUseCase.DOCUMENT);
            builder.useFont(() -> open(face.file()), face.family(), face.weight(), face.style(), true, uses);
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
