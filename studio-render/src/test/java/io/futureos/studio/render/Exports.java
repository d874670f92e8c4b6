package io.futureos.studio.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.render.html.HtmlReportExporter;
import io.futureos.studio.render.pdf.PdfReportExporter;
import io.futureos.studio.report.ReportExporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Exports a report and reads it back. */
public final class Exports {

    private Exports() {}

    public static byte[] bytes(ReportExporter exporter, ReportExporter.Request request) {
        var out = new ByteArrayOutputStream();
        try {
            exporter.export(request, out, fraction -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static Document html(ReportExporter.Request request) {
        return Jsoup.parse(new String(bytes(new HtmlReportExporter(), request), UTF_8));
    }

    public static byte[] pdf(ReportExporter.Request request) {
        return bytes(new PdfReportExporter(), request);
    }

    /** The text of all pages, spaces and line breaks alike as one space. */
    public static String pdfText(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return flat(new PDFTextStripper().getText(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String flat(String text) {
        return text.replaceAll("[\\s\u00a0]+", " ").strip();
    }
}
