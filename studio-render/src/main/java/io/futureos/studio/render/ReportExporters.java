package io.futureos.studio.render;

import io.futureos.studio.render.html.HtmlReportExporter;
import io.futureos.studio.render.pdf.PdfReportExporter;
import io.futureos.studio.render.provenance.Signer;
import io.futureos.studio.render.slides.PptxReportExporter;
import io.futureos.studio.render.word.DocxReportExporter;
import io.futureos.studio.report.ReportExporter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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

    /**
     * The same with slides on a template of the host's own; {@link PptxReportExporter#onTemplate(Path, Signer)} says what it has
     * to have.
     *
     * @param signer of all files, or null
     * @throws IllegalArgumentException if the template is refused
     * @throws IOException if it can't be read
     */
    public static List<ReportExporter> onTemplate(Path slides, @Nullable Signer signer) throws IOException {
        return with(signer, PptxReportExporter.onTemplate(slides, signer));
    }

    private static List<ReportExporter> with(@Nullable Signer signer) {
        return with(signer, new PptxReportExporter(signer));
    }

    private static List<ReportExporter> with(@Nullable Signer signer, PptxReportExporter slides) {
        return List.of(
                new HtmlReportExporter(signer), new PdfReportExporter(signer), slides, new DocxReportExporter(signer));
    }

    /**
     * Writes a small report in each format and drops it, so that the first real one need not wait for classes and fonts to be
     * read. Takes a second or two: for a thread that has nothing else to do, right after the start. Leaving it out changes
     * nothing but how long the first report takes.
     */
    public static void warmUp() {
        for (ReportExporter exporter : all()) {
            try {
                exporter.export(WarmUp.request(), OutputStream.nullOutputStream(), fraction -> {});
            } catch (IOException e) {
                throw new UncheckedIOException("A stream that takes everything has failed", e);
            }
        }
    }
}
