package io.futureos.studio.render.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import io.futureos.studio.render.provenance.PdfSeal;
import io.futureos.studio.render.provenance.Signer;
import io.futureos.studio.report.GeneratedReport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Lays a document out and writes it. Nothing is fetched but pictures that the document carries itself; dates and the
 * file's id come from the report, so that equal documents give equal bytes.
 */
final class PdfFile {

    static {
        // Logging is the one thing that openhtmltopdf configures for the whole JVM; its default floods stderr.
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private final GeneratedReport report;
    private final Document document;
    private final @Nullable Signer signer;

    PdfFile(GeneratedReport report, Document document, @Nullable Signer signer) {
        this.report = report;
        this.document = document;
        this.signer = signer;
    }

    void write(OutputStream out) throws IOException {
        try (var pdf = new PDDocument()) {
            write(pdf, out);
        }
    }

    private void write(PDDocument pdf, OutputStream out) throws IOException {
        var builder = new PdfRendererBuilder();
        builder.usePDDocument(pdf);
        Fonts.register(builder, pdf);
        refuseToFetch(builder);
        builder.usePdfUaAccessibility(true);
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.withProducer("Studio Orchestrator");
        builder.withW3cDocument(new W3CDom().fromJsoup(document), "");
        builder.toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            fixIdentity(pdf);
            out.write(PdfSeal.sealed(pdf, generated(), report, signer));
        }
    }

    private void refuseToFetch(PdfRendererBuilder builder) {
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> isCarried(uri), when);
        }
        builder.useProtocolsStreamImplementation(
                uri -> {
                    throw new IllegalStateException("A report must not open " + uri);
                },
                "http",
                "https",
                "file",
                "ftp",
                "jar",
                "classpath");
    }

    private boolean isCarried(String uri) {
        return uri.startsWith("data:image/png;base64,") || uri.startsWith("data:image/jpeg;base64,");
    }

    private Calendar generated() {
        Calendar generated = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        generated.setTimeInMillis(report.generatedAt().toEpochMilli() / 1000 * 1000);
        return generated;
    }

    private void fixIdentity(PDDocument pdf) {
        Calendar generated = generated();
        PDDocumentInformation information = pdf.getDocumentInformation();
        information.setTitle(document.title());
        information.setCreationDate(generated);
        information.setModificationDate(generated);
        pdf.setDocumentId(report.reportId().value().getMostSignificantBits());
    }
}
