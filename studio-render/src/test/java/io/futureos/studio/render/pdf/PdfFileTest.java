package io.futureos.studio.render.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.render.Listener;
import io.futureos.studio.render.Reports;
import io.futureos.studio.render.page.SvgElement;
import java.io.ByteArrayOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The second line of defence, for documents that have not been sanitised. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PdfFileTest {

    @Test
    void nothing_is_fetched_whatever_the_document_names() throws Exception {
        try (var listener = new Listener()) {
            Document document = Jsoup.parse(
                    ("<html><head><title>t</title><link rel='stylesheet' type='text/css' href='http://HOST/l.css'>"
                                    + "<style>@import url(http://HOST/i.css); p { background: url(http://HOST/b.png) }"
                                    + "@font-face { font-family: f; src: url(http://HOST/f.ttf) } p { font-family: f }"
                                    + "</style></head><body><img src='http://HOST/a.png'><img src='file:///etc/hostname'>"
                                    + "<img src='jar:http://HOST/a.jar!/a.png'><img src='http://HOST/a.svg'><p>text</p>"
                                    + "<object type='application/pdf' data='http://HOST/o.pdf'></object>"
                                    + "</body></html>")
                            .replace("HOST", listener.address()));

            new PdfFile(Reports.norway().report(), document, null).write(new ByteArrayOutputStream());

            assertThat(listener.connections()).isZero();
        }
    }

    @Test
    void a_picture_inside_a_chart_is_refused_and_not_fetched() throws Exception {
        try (var listener = new Listener()) {
            Document document = Jsoup.parse("<html><head><title>t</title></head><body></body></html>");
            SvgElement.append(
                    document.body(),
                    "<svg width='20' height='20' viewBox='0 0 20 20'><image width='9' height='9' xlink:href='http://HOST/s.png'/></svg>"
                            .replace("HOST", listener.address()));

            assertThatThrownBy(() ->
                            new PdfFile(Reports.norway().report(), document, null).write(new ByteArrayOutputStream()))
                    .hasMessage("Charts have no <image>");
            assertThat(listener.connections()).isZero();
        }
    }
}
