package io.futureos.studio.render.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.render.Exports;
import io.futureos.studio.render.Reports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChartFormTest {

    private static final int BLACK = 0;
    private static final int WHITE = 0xffffff;

    /** Shapes on a drawing of 80 by 80, and points inside and outside of each. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<rect x='10' y='20' width='20' height='10'/>                                   | 12 22 | 12 35",
                "<circle cx='40' cy='40' r='20'/>                                                | 53 53 | 57 57",
                "<ellipse cx='40' cy='40' rx='30' ry='5'/>                                       | 65 40 | 40 50",
                "<line x1='0' y1='30' x2='80' y2='30' stroke='#000000' stroke-width='4'/>        | 40 31 | 40 36",
                "<path d='M10 10H70V30L10,30Z'/>                                                 | 60 20 | 60 35",
                "<path d='M10 10 70 10 70 30 10 30Z'/>                                           | 60 20 | 60 35",
                "<path d='M10 40Q40 0 70 40Z'/>                                                  | 40 25 | 40 15",
                "<path d='M10 40C10 10 70 10 70 40Z'/>                                           | 40 22 | 40 13",
                "<path d='M0 40L80 40' fill='none' stroke='#000000' stroke-width='6' stroke-dasharray='20,20'/> | 10 40 | 30 40",
                "<polygon points='10,10 70,10 70,30'/>                                           | 65 15 | 20 25",
                "<g transform='translate(20 30)'><rect x='0' y='0' width='9' height='9'/></g>    | 24 34 | 4 4",
                "<g transform='rotate(90 40 40)'><rect x='40' y='36' width='30' height='8'/></g> | 40 60 | 60 40"
            })
    void a_shape_covers_what_it_covers_on_the_screen(String shape, String inside, String outside) throws Exception {
        Picture picture = draw(shape);

        assertThat(picture.at(inside)).isEqualTo(BLACK);
        assertThat(picture.at(outside)).isEqualTo(WHITE);
    }

    @Test
    void colours_and_opacity_are_those_of_the_shape_or_of_its_parent() throws Exception {
        Picture picture = draw("<g fill='#ff0000'><rect width='40' height='80'/>"
                + "<rect x='40' width='40' height='80' fill='#0000ff' fill-opacity='0.5'/></g>");

        assertThat(picture.at("20 40")).isEqualTo(0xff0000);
        assertThat(picture.at("60 40")).isBetween(0x7f7fff, 0x8080ff);
    }

    @Test
    void text_is_text_and_a_halo_is_not() throws Exception {
        Document document =
                document("<text x='70' y='40' text-anchor='end' stroke='#ffffff' stroke-width='4'>83 %</text>"
                        + "<text x='70' y='40' text-anchor='end' font-weight='bold'>83 %</text>");

        assertThat(Exports.pdfText(write(document))).isEqualTo("83 %");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<image xlink:href='https://example.org/a.png'/>",
                "<foreignObject><p>text</p></foreignObject>",
                "<path d='M0 0A1 1 0 0 0 5 5'/>",
                "<g transform='matrix(1 0 0 1 0 0)'><rect/></g>"
            })
    void what_charts_do_not_have_is_refused(String shape) {
        assertThatThrownBy(() -> draw(shape)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Document document(String shapes) {
        return Jsoup.parse("<html><head><title>t</title><style>@page { size: 80px 80px; margin: 0 } body { margin: 0 } "
                + "* { font-family: 'Liberation Sans' } svg { display: block }</style></head><body>"
                + "<svg width='80' height='80' viewBox='0 0 80 80' alt='a drawing'>" + shapes
                + "</svg></body></html>");
    }

    private static byte[] write(Document document) throws IOException {
        var out = new ByteArrayOutputStream();
        new PdfFile(Reports.norway().report(), document, null).write(out);
        return out.toByteArray();
    }

    private static Picture draw(String shapes) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(write(document(shapes)))) {
            var page = new PDFRenderer(pdf).renderImageWithDPI(0, 96);
            return point -> {
                int space = point.indexOf(' ');
                int x = Integer.parseInt(point.substring(0, space));
                int y = Integer.parseInt(point.substring(space + 1));
                return page.getRGB(x, y) & 0xffffff;
            };
        }
    }

    /** The colours of a page, by pixel. */
    private interface Picture {
        int at(String point);
    }
}
