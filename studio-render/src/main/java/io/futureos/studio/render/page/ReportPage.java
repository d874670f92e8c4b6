package io.futureos.studio.render.page;

import io.futureos.studio.model.Annotation;
import io.futureos.studio.render.chart.ChartModel;
import io.futureos.studio.render.chart.ChartReader;
import io.futureos.studio.render.look.Logo;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.GeneratedReport;
import io.futureos.studio.report.ReportAppendix;
import io.futureos.studio.report.ReportExporter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Writes the whole report as one HTML document: title, caveats about its age, contents, sections, appendix. Without
 * scripts, styles or links to anything outside but those in the text.
 */
public final class ReportPage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private static final int LONGEST_TITLE = 1_000;

    private final ReportExporter.Request request;
    private final GeneratedReport report;
    private final Figures figures;
    private final DoubleConsumer progress;
    private final Document document = Document.createShell("");
    private final Contents contents = new Contents();
    private int figureCount;

    private ReportPage(ReportExporter.Request request, Figures figures, DoubleConsumer progress) {
        this.request = request;
        this.report = request.report();
        this.figures = figures;
        this.progress = progress;
    }

    /**
     * The document for {@code request}.
     *
     * @param progress is told the fraction done after each section
     */
    public static Document write(
            ReportExporter.Request request, Optional<Logo> logo, Figures figures, DoubleConsumer progress) {
        return new ReportPage(request, figures, progress).write(logo);
    }

    /** A day as reports write it, in UTC. */
    public static String day(Instant instant) {
        return DAY.format(instant.atOffset(ZoneOffset.UTC));
    }

    private Document write(Optional<Logo> logo) {
        document.outputSettings().prettyPrint(false);
        document.expectFirst("html").attr("lang", "en");
        document.title(title());
        Element body = document.body();
        writeHead(body.appendElement("header").id("top"), logo);
        Element navigation = body.appendElement("nav").attr("aria-labelledby", "contents");
        Element main = body.appendElement("main").id("content");
        writeChapters(main);
        writeAppendix(main);
        contents.write(navigation);
        writeFoot(body.appendElement("footer"));
        PlainText.keepOnly(document);
        return document;
    }

    private String title() {
        String title = report.content().title();
        return title.isBlank() ? "Report" : asTitle(title);
    }

    /** A title comes back in the contents, in bookmarks and at the top of each page; a megabyte is none. */
    private static String asTitle(String title) {
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, LONGEST_TITLE).strip() + "…";
    }

    private void writeHead(Element header, Optional<Logo> logo) {
        logo.ifPresent(image -> header.appendElement("img")
                .addClass("logo")
                .attr("src", image.dataUrl())
                .attr("alt", "")
                .attr("width", String.valueOf(image.width()))
                .attr("height", String.valueOf(image.height())));
        header.appendElement("h1").text(title());
        Instant at = report.generatedAt();
        header.appendElement("p")
                .addClass("meta")
                .text("Generated " + day(at) + ", " + MINUTE.format(at.atOffset(ZoneOffset.UTC)) + " UTC");
        if (!request.staleness().isEmpty()) {
            Element note = header.appendElement("div").addClass("stale").attr("role", "note");
            note.appendElement("p").appendElement("strong").text("This report is no longer up to date.");
            appendList(note, request.staleness());
        }
    }

    private void writeChapters(Element main) {
        List<Chapter> chapters = Chapter.of(request);
        for (int i = 0; i < chapters.size(); i++) {
            Chapter chapter = chapters.get(i);
            Element section = section(main, chapter.section().title());
            if (chapter.section().type().equals("headline")) {
                section.addClass("lead");
            }
            appendContent(section, chapter.section().contentHtml(), 2);
            chapter.charts(request.config()).forEach(chart -> appendFigure(section, chart));
            appendAnnotations(section, chapter.annotations());
            progress.accept((i + 1.0) / (chapters.size() + 1));
        }
        List<Annotation> unplaced = Chapter.unplaced(chapters, request.annotations());
        if (!unplaced.isEmpty()) {
            appendAnnotations(section(main, "Remarks"), unplaced);
        }
    }

    private void writeAppendix(Element main) {
        ReportAppendix appendix = report.content().appendix();
        Element section = section(main, "Appendix").addClass("appendix");
        if (request.config().includeMethodology() && !appendix.methodology().isBlank()) {
            appendContent(part(section, "Methodology"), appendix.methodology(), 3);
        }
        if (!appendix.dataSources().isEmpty()) {
            appendList(part(section, "Data sources"), appendix.dataSources());
        }
        if (!appendix.calibrationMetrics().isEmpty()) {
            Calibration.append(part(section, "Calibration"), appendix.calibrationMetrics());
        }
        if (!appendix.caveats().isEmpty()) {
            appendList(part(section, "Caveats"), appendix.caveats());
        }
        figures.finish(title -> part(section, title));
        if (section.childrenSize() == 1) {
            section.remove();
            contents.dropLast();
        }
    }

    private Element section(Element main, String title) {
        String heading = title.isBlank() ? "Untitled section" : asTitle(title);
        String id = contents.chapter(heading);
        Element section = main.appendElement("section").attr("aria-labelledby", id);
        section.appendElement("h2").id(id).text(heading);
        return section;
    }

    private Element part(Element section, String title) {
        Element part = section.appendElement("div").addClass("part");
        part.appendElement("h3").id(contents.part(title)).text(title);
        return part;
    }

    private static void appendContent(Element section, String html, int level) {
        Element content = ContentSanitizer.clean(html).addClass("text");
        section.appendChild(content);
        Structure.mend(content, level);
        content.select("table").forEach(Tables::mark);
    }

    private void appendFigure(Element section, Chart chart) {
        ChartModel model = ChartReader.read(chart);
        figureCount++;
        Element figure = section.appendElement("figure").id("figure-" + figureCount);
        Element caption = figure.appendElement("figcaption");
        caption.appendElement("span").addClass("number").text("Figure " + figureCount);
        caption.appendText(" ").appendElement("strong").text(model.labels().title());
        figures.show(figure, model, figureCount);
    }

    private static void appendAnnotations(Element section, List<Annotation> annotations) {
        for (Annotation annotation : annotations) {
            Element remark = section.appendElement("aside").addClass("remark");
            annotation.text().lines().forEach(line -> remark.appendElement("p").text(line));
            Element by = remark.appendElement("p").addClass("by");
            by.text("— " + annotation.author() + ", ");
            by.appendElement("time")
                    .attr("datetime", annotation.at().toString())
                    .text(day(annotation.at()));
        }
    }

    private static void appendList(Element parent, List<String> items) {
        Element list = parent.appendElement("ul");
        items.forEach(item -> list.appendElement("li").text(item));
    }

    private void writeFoot(Element footer) {
        footer.appendElement("p")
                .text("Report " + report.reportId() + " of project " + report.projectId() + ", generated "
                        + day(report.generatedAt()) + ".");
    }
}
