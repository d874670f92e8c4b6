package io.futureos.studio.render;

import io.futureos.studio.render.html.HtmlReportExporter;
import io.futureos.studio.render.pdf.PdfReportExporter;
import io.futureos.studio.render.slides.PptxReportExporter;
import io.futureos.studio.render.word.DocxReportExporter;
import io.futureos.studio.report.ReportExporter;
import java.util.List;

/** The exporters of this module. */
public final class ReportExporters {

    private ReportExporters() {}

    /** One exporter for each format that this module writes. */
    public static List<ReportExporter> all() {
        return List.of(
                new HtmlReportExporter(), new PdfReportExporter(), new PptxReportExporter(), new DocxReportExporter());
    }
}
