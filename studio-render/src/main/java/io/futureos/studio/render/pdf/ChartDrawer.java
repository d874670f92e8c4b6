package io.futureos.studio.render.pdf;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxOutputDevice;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Rectangle;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.w3c.dom.Element;

/** Puts charts onto pages, each as a form of its own, with text that can be found and copied. */
final class ChartDrawer implements SVGDrawer {

    private final PDDocument pdf;
    private final Fonts fonts;

    ChartDrawer(PDDocument pdf, Fonts fonts) {
        this.pdf = pdf;
        this.fonts = fonts;
    }

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext css, double cssWidth, double cssHeight, double dotsPerPixel) {
        return new Placed(svg, dotsPerPixel);
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {}

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {}

    @Override
    public void close() {}

    /** A chart in the size that its element names. */
    private final class Placed implements SVGImage {

        private final Element svg;
        private final double dotsPerPixel;

        Placed(Element svg, double dotsPerPixel) {
            this.svg = svg;
            this.dotsPerPixel = dotsPerPixel;
        }

        @Override
        public int getIntrinsicWidth() {
            return dots("width");
        }

        @Override
        public int getIntrinsicHeight() {
            return dots("height");
        }

        private int dots(String side) {
            return (int) Math.round(Double.parseDouble(svg.getAttribute(side)) * dotsPerPixel);
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            try {
                PDFormXObject form = ChartForm.of(svg, pdf, fonts);
                var place = new Rectangle(
                        (int) Math.round(x), (int) Math.round(y), getIntrinsicWidth(), getIntrinsicHeight());
                double dotsPerPoint = dotsPerPixel / ChartForm.POINTS;
                ((PdfBoxOutputDevice) device)
                        .drawPdfAsImage(form, place, (float) (form.getBBox().getWidth() * dotsPerPoint), (float)
                                (form.getBBox().getHeight() * dotsPerPoint));
            } catch (IOException e) {
                throw new UncheckedIOException("A chart cannot be drawn", e);
            }
        }
    }
}
