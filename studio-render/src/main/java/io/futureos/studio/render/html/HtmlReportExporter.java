package io.futureos.studio.render.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.render.look.Look;
import io.futureos.studio.render.page.ReportPage;
import io.futureos.studio.render.provenance.HtmlSeal;
import io.futureos.studio.render.provenance.Signer;
import io.futureos.studio.render.wording.PageTerm;
import io.futureos.studio.render.wording.Wording;
import io.futureos.studio.report.ReportExporter;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.DoubleConsumer;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report as HTML, for screens light and dark, wide and narrow, and for paper. The file makes no request, and
 * its content security policy allows nothing but its own style sheet and pictures that it carries itself.
 */
public final class HtmlReportExporter implements ReportExporter {

    private final @Nullable Signer signer;

    /** Files have a manifest that nobody signed. */
    public HtmlReportExporter() {
        this(null);
    }

    /** Files have a manifest that {@code signer} signed, if there is one. */
    public HtmlReportExporter(@Nullable Signer signer) {
        this.signer = signer;
    }

    @Override
    public ExportFormat format() {
        return ExportFormat.HTML;
    }

    @Override
    public void export(Request request, OutputStream out, DoubleConsumer progress) throws IOException {
        Look look = Look.of(request);
        Document document = ReportPage.write(request, look, new ScreenFigures(look.light()), progress);
        writeHead(document.head(), StyleSheet.of(look));
        letTablesScroll(document, Wording.of(request.config()));
        // Inside of a section, an aside would be one landmark more, without a name.
        document.select("aside").tagName("div").attr("role", "note");
        document.body()
                .prependElement("a")
                .addClass("skip")
                .attr("href", "#content")
                .text(Wording.of(request.config()).say(PageTerm.SKIP));
        String html = "<!DOCTYPE html>\n" + document.outerHtml() + "\n";
        out.write(HtmlSeal.sealed(html, request.report(), signer));
        progress.accept(1);
    }

    /** A table wider than the window scrolls by itself, by keyboard too, under a name of its own. */
    private static void letTablesScroll(Document document, Wording wording) {
        int number = 0;
        for (Element table : document.select(".text table, .part table")) {
            if (table.closest("td, th") == null) {
                number++;
                Element caption = table.selectFirst("> caption");
                String name = wording.say(PageTerm.TABLE, number) + (caption == null ? "" : ": " + caption.text());
                Element frame = new Element("div").addClass("scroll");
                frame.attr("tabindex", "0").attr("role", "region").attr("aria-label", name);
                table.replaceWith(frame);
                frame.appendChild(table);
            }
        }
    }

    private static void writeHead(Element head, String style) {
        String policy = "default-src 'none'; style-src 'sha256-" + sha256(style)
                + "'; img-src data:; base-uri 'none'; form-action 'none'";
        head.prependElement("meta").attr("name", "color-scheme").attr("content", "light dark");
        head.prependElement("meta").attr("name", "referrer").attr("content", "no-referrer");
        head.prependElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        head.prependElement("meta")
                .attr("http-equiv", "Content-Security-Policy")
                .attr("content", policy);
        head.prependElement("meta").attr("charset", "utf-8");
        head.appendElement("style").appendChild(new DataNode(style));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256, this one does not", e);
        }
    }
}
