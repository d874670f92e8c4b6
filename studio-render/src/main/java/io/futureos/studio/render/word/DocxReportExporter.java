package io.futureos.studio.render.word;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.render.look.Look;
import io.futureos.studio.render.office.ChartFigures;
import io.futureos.studio.render.page.ReportPage;
import io.futureos.studio.render.provenance.Signer;
import io.futureos.studio.render.wording.Wording;
import io.futureos.studio.report.ReportExporter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.DoubleConsumer;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report as a document of Word on A4, with styles, a table of contents, captions, page numbers, and charts that can
 * be edited. The file has no macros, and nothing outside of it is linked but the web addresses of the text.
 */
public final class DocxReportExporter implements ReportExporter {

    private static final double SHARE_OF_READING = 0.5;

    /** Like the text of a table, in points. */
    private static final int CHART_FONT = 9;

    private final @Nullable Signer signer;

    /** Files have a manifest that nobody signed. */
    public DocxReportExporter() {
        this(null);
    }

    /** Files have a manifest that {@code signer} signed, if there is one. */
    public DocxReportExporter(@Nullable Signer signer) {
        this.signer = signer;
    }

    @Override
    public ExportFormat format() {
        return ExportFormat.DOCX;
    }

    @Override
    public void export(Request request, OutputStream out, DoubleConsumer progress) throws IOException {
        Look look = Look.of(request);
        var figures = new ChartFigures(look.light(), CHART_FONT);
        Document document =
                ReportPage.write(request, look, figures, fraction -> progress.accept(fraction * SHARE_OF_READING));
        try {
            new WordFile(request.report(), document, Wording.of(request.config()), look.light(), figures, signer)
                    .write(out);
        } catch (UncheckedIOException e) {
            throw new IOException("The Word file could not be written", e);
        }
        progress.accept(1);
    }
}
