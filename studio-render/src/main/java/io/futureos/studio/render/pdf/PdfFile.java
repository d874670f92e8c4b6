package io.futureos.studio.render.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import io.futureos.studio.render.provenance.PdfSeal;
import io.futureos.studio.render.provenance.Signer;
import io.futureos.studio.report.GeneratedReport;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
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

    /**
     * With the JDK's own XML, whatever else a host has on its class path: looking for that takes 6 % of a render, and what is
     * found could write other bytes.
     */
    void write(OutputStream out) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try (var pdf = new PDDocument()) {
            write(pdf, out);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void write(PDDocument pdf, OutputStream out) throws IOException {
        var builder = new PdfRendererBuilder();
        builder.usePDDocument(pdf);
        var fonts = new Fonts(pdf);
        fonts.register(builder);
        refuseToFetch(builder);
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(SrgbProfile.bytes());
        builder.useSVGDrawer(new ChartDrawer(pdf, fonts));
        builder.withProducer(Identity.PRODUCER);
        builder.withW3cDocument(new W3CDom().fromJsoup(document), "");
        builder.usePageSupplier((document, width, height, number, shadow) -> page(document, width, height));
        builder.toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            Identity identity = Identity.of(report, document.title());
            identity.write(pdf);
            out.write(PdfSeal.sealed(pdf, identity.generated(), report, signer));
        }
    }

    private static PDPage page(PDDocument pdf, float width, float height) {
        var page = new PDPage(new PDRectangle(width, height));
        var resources = new PDResources();
        resources.getCOSObject().setItem(COSName.PROPERTIES, new Artifacts());
        page.setResources(resources);
        pdf.addPage(page);
        return page;
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
}
