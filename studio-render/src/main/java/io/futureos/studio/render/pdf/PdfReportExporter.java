package io.futureos.studio.render.pdf;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.render.look.Look;
import io.futureos.studio.render.page.Length;
import io.futureos.studio.render.page.ReportPage;
import io.futureos.studio.render.page.Sources;
import io.futureos.studio.render.provenance.Signer;
import io.futureos.studio.render.wording.Wording;
import io.futureos.studio.report.ReportExporter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.DoubleConsumer;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report as tagged PDF on A4, with contents, bookmarks and page numbers. The tables behind the charts are in
 * the appendix. Characters that the embedded fonts lack are shown as a box, and the report says so.
 */
public final class PdfReportExporter implements ReportExporter {

    private static final double SHARE_OF_WRITING = 0.3;

    /** In characters: some 300 pages, which take two seconds and 200 MB. */
    private static final long LONGEST = 1_000_000;

    private final @Nullable Signer signer;

    /** Files have a manifest that nobody signed. */
    public PdfReportExporter() {
        this(null);
    }

    /** Files have a manifest that {@code signer} signed, if there is one. */
    public PdfReportExporter(@Nullable Signer signer) {
        this.signer = signer;
    }

    @Override
    public ExportFormat format() {
        return ExportFormat.PDF;
    }

    @Override
    public void export(Request request, OutputStream out, DoubleConsumer progress) throws IOException {
        Look look = Look.of(request);
        Wording wording = Wording.of(request.config());
        Document document = ReportPage.write(
                request,
                look,
                new PaperFigures(look.light()),
                fraction -> progress.accept(fraction * SHARE_OF_WRITING));
        SourceNotes.append(document, new Sources(request.report(), wording));
        Length.limit(document, LONGEST, wording);
        MissingGlyphs.replace(document, wording);
        LongText.cut(document);
        PaperLayout.apply(document, look.light(), wording);
        progress.accept(SHARE_OF_WRITING);
        new PdfFile(request.report(), document, signer).write(out);
        progress.accept(1);
    }
}
