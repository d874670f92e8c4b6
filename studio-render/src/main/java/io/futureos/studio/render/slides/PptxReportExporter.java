package io.futureos.studio.render.slides;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.render.look.Look;
import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.office.ChartFigures;
import io.futureos.studio.render.page.ReportPage;
import io.futureos.studio.render.provenance.Signer;
import io.futureos.studio.render.wording.Wording;
import io.futureos.studio.report.ReportExporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report as slides of PowerPoint, 16:9 or as a host's template has them, with native charts and tables, and notes
 * with sources. What does not fit on the slides of a part stands in the notes. The file has no macros, and nothing outside of
 * it is linked but the web addresses of the text.
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

    /**
     * Slides on a template of the host's own, such as {@code house.pptx} or {@code house.potx}.
     *
     * <p><strong>Layouts.</strong> The first slide stands on the layout named "Studio Title", all others on the one named
     * "Studio Content". If there is no layout of that name, the first master that has such a layout is asked: for the
     * title slide the first layout with a title and a subtitle, for the others that with a title and one placeholder for
     * text or any content, and nothing else to fill; the one with the most room if there are several.
     *
     * <p><strong>Placeholders</strong> are found by what they are: title, subtitle, text or any content, footer, slide
     * number. Where that is not enough they may be named "Studio Subtitle" and "Studio Text" on these layouts. A text
     * placeholder named "Studio Part" shows which part of the report a slide belongs to; without one that stands in the
     * footer. Text, tables and charts all keep to the room of the text placeholder, which has to be 360 x 200 points or more.
     *
     * <p><strong>Kept</strong> are the size of slides, all masters and layouts with their themes and pictures, and the notes
     * master, if there is one. Fonts are named, not embedded. <strong>Dropped</strong> are the template's own slides with
     * their notes and comments, handout master, document properties, thumbnail, printer settings, custom XML, embedded fonts,
     * and whatever else no master needs.
     *
     * <p><strong>Colours.</strong> Text and links have the fonts and colours of the template; titles are made smaller until
     * they fit. Series of charts, lines of tables and the boxes of remarks have the colours of the report's branding, for a
     * light or a dark ground, moved until they can be read on that of the template: those are known to be told apart, which
     * nobody can say of a theme's accents. Where a picture, a gradient or a shape is behind the text placeholder, charts and
     * tables get a ground of their own. The branding's logo is left out, since a template brings its own. What has room where
     * is measured in a common sans-serif font: text in a wider one may need more.
     *
     * <p>All is read and checked here, so that no report fails for it later. Refused are templates of more than 32 MB, 5,000
     * entries, or 128 MB unpacked; those that grow to more than 16 MB and 100 times their size; and those with macros,
     * controls, embedded objects, anything linked that is not in the file, document types in XML, or entries that lead out of
     * the file.
     *
     * @throws IllegalArgumentException if the template is refused; the message says for what, where, and what to do
     * @throws IOException if it can't be read
     */
    public static PptxReportExporter onTemplate(Path template, @Nullable Signer signer) throws IOException {
        try (InputStream in = Files.newInputStream(template)) {
            return onTemplate(in, signer);
        }
    }

    /** The same with a template from anywhere, such as the class path; {@code template} stays open. */
    public static PptxReportExporter onTemplate(InputStream template, @Nullable Signer signer) throws IOException {
        return new PptxReportExporter(signer, HostTemplate.read(template));
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
        Palette palette = template.colours(look).palette();
        var figures = new ChartFigures(palette, CHART_POINTS);
        Document document = ReportPage.write(
                request, look.with(palette), figures, fraction -> progress.accept(fraction * SHARE_OF_READING));
        Wording wording = Wording.of(request.config());
        List<Slide> slides = new Deck(request.report(), document, template.room(), wording).slides();
        new SlidesFile(request.report(), wording, look, figures)
                .make(
                        slides,
                        document.title(),
                        template,
                        fraction -> progress.accept(SHARE_OF_READING + fraction * (SHARE_OF_SLIDES - SHARE_OF_READING)))
                .write(out, signer);
        progress.accept(1);
    }
}
