package io.futureos.studio.render;

import io.futureos.studio.render.html.HtmlReportExporter;
import io.futureos.studio.render.pdf.PdfReportExporter;
import io.futureos.studio.render.provenance.Signer;
import io.futureos.studio.render.slides.PptxReportExporter;
import io.futureos.studio.render.word.DocxReportExporter;
import io.futureos.studio.report.ReportExporter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The exporters of this module. */
public final class ReportExporters {

    private ReportExporters() {}

    /** One exporter for each format that this module writes. */
    public static List<ReportExporter> all() {
        return with(null);
    }

    /** The same, whose files are signed: who has the public key can tell them from others. */
    public static List<ReportExporter> signedBy(Signer signer) {
        return with(signer);
    }

    private static List<ReportExporter> with(@Nullable Signer signer) {
        return List.of(
                new HtmlReportExporter(signer),
                new PdfReportExporter(signer),
                new PptxReportExporter(signer),
                new DocxReportExporter(signer));
    }
}
