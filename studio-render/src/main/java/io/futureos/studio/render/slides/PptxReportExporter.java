package io.futureos.studio.render.slides;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.render.look.Look;
import io.futureos.studio.render.office.ChartFigures;
import io.futureos.studio.render.page.ReportPage;
import io.futureos.studio.render.provenance.Signer;
import io.futureos.studio.render.wording.Wording;
import io.futureos.studio.report.ReportExporter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report as slides of PowerPoint, 16:9, with native charts and tables, and notes with sources. What does not fit on
 * the slides of a part stands in the notes. The file has no macros, and nothing outside of it is linked but the web addresses
 * of the text.
 */
public final class PptxReportExporter implements ReportExporter {

    private static final double SHARE_OF_READING = 0.4;
    private static final double SHARE_OF_SLIDES = 0.9;

    /** Of the text in charts. */
    private static final int CHART_POINTS = 12;

    private final @Nullable Signer signer;
    private final Template template;

    /** Slides on a plain template in the colours of the report's branding, with a manifest that nobody signed. */
    public PptxReportExporter() {
        this(null);
    }

    /** The same with a manifest that {@code signer} signed, if there is one. */
    public PptxReportExporter(@Nullable Signer signer) {
        this(signer, new OwnTemplate());
    }

    private PptxReportExporter(@Nullable Signer signer, Template template) {
        this.signer = signer;
        this.template = template;
    }

    @Override
    public ExportFormat format() {
        return ExportFormat.PPTX;
    }

    @Override
    public void export(Request request, OutputStream out, DoubleConsumer progress) throws IOException {
        Look look = Look.of(request);
        var figures = new ChartFigures(look.light(), CHART_POINTS);
        Document document = ReportPage.write(
                request, look.logo(), figures, fraction -> progress.accept(fraction * SHARE_OF_READING));
        List<Slide> slides =
                new Deck(request.report(), document, template.room(), Wording.of(request.config())).slides();
        new SlidesFile(request.report(), language(document), look, figures)
                .make(
                        slides,
                        document.title(),
                        template,
                        fraction -> progress.accept(SHARE_OF_READING + fraction * (SHARE_OF_SLIDES - SHARE_OF_READING)))
                .write(out, signer);
        progress.accept(1);
    }

    /** Spelling is checked by language and country, and dates are written as in Britain. */
    private static String language(Document document) {
        String language = document.expectFirst("html").attr("lang");
        return language.isEmpty() || language.equals("en") ? "en-GB" : language;
    }
}
