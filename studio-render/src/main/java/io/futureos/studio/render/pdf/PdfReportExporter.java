package io.futureos.studio.render.pdf;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.render.look.Look;
import io.futureos.studio.render.page.ReportPage;
import io.futureos.studio.render.wording.Wording;
import io.futureos.studio.report.ReportExporter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.DoubleConsumer;
import org.jsoup.nodes.Document;

/**
 * Writes a report as tagged PDF on A4, with contents, bookmarks and page numbers. The tables behind the charts are in
 * the appendix. Characters that the embedded fonts lack are shown as a box, and the report says so.
 */
public final class PdfReportExporter implements ReportExporter {

    private static final double SHARE_OF_WRITING = 0.3;

    @Override
    public ExportFormat format() {
        return ExportFormat.PDF;
    }

    @Override
    public void export(Request request, OutputStream out, DoubleConsumer progress) throws IOException {
        Look look = Look.of(request);
        Document document = ReportPage.write(
                request,
                look.logo(),
                new PaperFigures(look.light()),
                fraction -> progress.accept(fraction * SHARE_OF_WRITING));
        MissingGlyphs.replace(document, Wording.of(request.config()));
        LongText.cut(document);
        PaperLayout.apply(document, look.light());
        progress.accept(SHARE_OF_WRITING);
        new PdfFile(request.report(), document).write(out);
        progress.accept(1);
    }
}
