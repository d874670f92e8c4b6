package io.futureos.studio.render.page;

import io.futureos.studio.model.Annotation;
import io.futureos.studio.render.chart.ChartModel;
import io.futureos.studio.render.chart.ChartReader;
import io.futureos.studio.render.look.Look;
import io.futureos.studio.render.wording.PageTerm;
import io.futureos.studio.render.wording.Wording;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.GeneratedReport;
import io.futureos.studio.report.ReportAppendix;
import io.futureos.studio.report.ReportExporter;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Writes the whole report as one HTML document: title, caveats about its age, contents, sections, appendix. Without
 * scripts, styles or links to anything outside but those in the text.
 */
public final class ReportPage {

    private static final int LONGEST_TITLE = 1_000;

    private final ReportExporter.Request request;
    private final GeneratedReport report;
    private final Look look;
    private final Figures figures;
    private final Extent extent;
    private final DoubleConsumer progress;
    private final Wording wording;
    private final Document document = Document.createShell("");
    private final Contents contents = new Contents();
    private int figureCount;

    private ReportPage(
            ReportExporter.Request request, Look look, Figures figures, Limits limits, DoubleConsumer progress) {
        this.request = request;
        this.report = request.report();
        this.look = look;
        this.figures = figures;
        this.extent = new Extent(limits);
        this.progress = progress;
        this.wording = Wording.of(request.config());
    }

    /**
     * The document for {@code request}.
     *
     * @param look as the medium shows it
     * @param progress is told the fraction done after each section
     * @throws io.futureos.studio.engine.EngineException if the report holds more than any format can bear
     */
    public static Document write(ReportExporter.Request request, Look look, Figures figures, DoubleConsumer progress) {
        return write(request, look, figures, Limits.STANDARD, progress);
    }

    static Document write(
            ReportExporter.Request request, Look look, Figures figures, Limits limits, DoubleConsumer progress) {
        return new ReportPage(request, look, figures, limits, progress).write();
    }

    private Document write() {
        document.outputSettings().prettyPrint(false);
        document.expectFirst("html").attr("lang", wording.language().tag());
        document.title(title());
        Element body = document.body();
        writeHead(body.appendElement("header").id("top"));
        Element navigation = body.appendElement("nav").attr("aria-labelledby", "contents");
        Element main = body.appendElement("main").id("content");
        writeChapters(main);
        writeAppendix(main);
        contents.write(navigation, wording.say(PageTerm.CONTENTS));
        writeFoot(body.appendElement("footer"));
        PlainText.keepOnly(document);
        return document;
    }

    private String title() {
        String title = report.content().title();
        return title.isBlank() ? wording.say(PageTerm.REPORT) : asTitle(title);
    }

    /** A title comes back in the contents, in bookmarks and at the top of each page; a megabyte is none. */
    static String asTitle(String title) {
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, LONGEST_TITLE).strip() + "…";
    }

    private void writeHead(Element header) {
        look.logo()
                .ifPresent(image -> header.appendElement("img")
                        .addClass("logo")
                        .attr("src", image.dataUrl())
                        .attr("alt", "")
                        .attr("width", String.valueOf(image.width()))
                        .attr("height", String.valueOf(image.height())));
        header.appendElement("h1").text(title());
        Instant at = report.generatedAt();
        header.appendElement("p")
                .addClass("meta")
                .text(wording.say(PageTerm.GENERATED, wording.day(at), wording.minute(at)));
        if (!request.staleness().isEmpty()) {
            Element note = header.appendElement("div").addClass("stale").attr("role", "note");
            note.appendElement("p").appendElement("strong").text(wording.say(PageTerm.STALE));
            appendList(note, request.staleness(), "what changed since");
        }
    }

    private void writeChapters(Element main) {
        List<Chapter> chapters = Chapter.of(request);
        List<Chart> charts = chapters.stream()
                .flatMap(chapter -> chapter.charts(request.config()).stream())
                .toList();
        extent.add(chapters, charts, request.annotations());
        for (int i = 0; i < chapters.size(); i++) {
            Chapter chapter = chapters.get(i);
            Element section = section(main, chapter.section().title());
            if (chapter.section().type().equals("headline")) {
                section.addClass("lead");
            }
            String title = chapter.section().title();
            Element text = appendContent(
                    section, chapter.section().contentHtml(), 2, "the section \"" + asTitle(title) + "\"");
            BoundNumbers.write(text, chapter.section().numbers(), wording);
            text.select("table").forEach(Tables::mark);
            chapter.charts(request.config()).forEach(chart -> appendFigure(section, chart));
            appendAnnotations(section, chapter.annotations());
            progress.accept((i + 1.0) / (chapters.size() + 1));
        }
        List<Annotation> unplaced = Chapter.unplaced(chapters, request.annotations());
        if (!unplaced.isEmpty()) {
            appendAnnotations(section(main, wording.say(PageTerm.REMARKS)), unplaced);
        }
    }

    private void writeAppendix(Element main) {
        ReportAppendix appendix = report.content().appendix();
        Element section = section(main, wording.say(PageTerm.APPENDIX)).addClass("appendix");
        if (request.config().includeMethodology() && !appendix.methodology().isBlank()) {
            appendContent(
                            part(section, wording.say(PageTerm.METHODOLOGY)),
                            appendix.methodology(),
                            3,
                            "the methodology")
                    .select("table")
                    .forEach(Tables::mark);
        }
        if (!appendix.dataSources().isEmpty()) {
            appendList(part(section, wording.say(PageTerm.DATA_SOURCES)), appendix.dataSources(), "the data sources");
        }
        if (!appendix.calibrationMetrics().isEmpty()) {
            new Calibration(wording)
                    .append(part(section, wording.say(PageTerm.CALIBRATION)), appendix.calibrationMetrics());
        }
        if (!appendix.caveats().isEmpty()) {
            appendList(part(section, wording.say(PageTerm.CAVEATS)), appendix.caveats(), "the caveats");
        }
        figures.finish(title -> part(section, title));
        List<String> departures = new Departures(request, look, wording).said();
        extent.addElements(departures.size(), "the sections that were asked for");
        if (section.childrenSize() == 1 && departures.isEmpty()) {
            section.remove();
            contents.dropLast();
            return;
        }
        Element last = new Element("p").text(wording.say(PageTerm.VERIFY, report.reportId()));
        section.child(0).after(last);
        for (String departure : departures) {
            Element next = new Element("p").text(departure);
            last.after(next);
            last = next;
        }
    }

    private Element section(Element main, String title) {
        String heading = title.isBlank() ? wording.say(PageTerm.UNTITLED) : asTitle(title);
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

    private Element appendContent(Element section, String html, int level, String where) {
        Element content = ContentSanitizer.clean(html, extent, where).addClass("text");
        section.appendChild(content);
        Structure.mend(content, level);
        return content;
    }

    private void appendFigure(Element section, Chart chart) {
        ChartModel model = ChartReader.read(chart, wording);
        figureCount++;
        Element figure = section.appendElement("figure").id("figure-" + figureCount);
        Element caption = figure.appendElement("figcaption");
        caption.appendElement("span").addClass("number").text(wording.say(PageTerm.FIGURE, figureCount));
        caption.appendText(" ").appendElement("strong").text(model.labels().title());
        figures.show(figure, model, figureCount);
    }

    private void appendAnnotations(Element section, List<Annotation> annotations) {
        for (Annotation annotation : annotations) {
            Element remark = section.appendElement("aside").addClass("remark");
            annotation.text().lines().forEach(line -> remark.appendElement("p").text(line));
            Element by = remark.appendElement("p").addClass("by");
            by.text("— " + annotation.author() + ", ");
            by.appendElement("time")
                    .attr("datetime", annotation.at().toString())
                    .text(wording.day(annotation.at()));
        }
    }

    private void appendList(Element parent, List<String> items, String what) {
        extent.addElements(items.size(), what);
        Element list = parent.appendElement("ul");
        items.forEach(item -> list.appendElement("li").text(item));
    }

    private void writeFoot(Element footer) {
        footer.appendElement("p")
                .text(wording.say(
                        PageTerm.FOOT, report.reportId(), report.projectId(), wording.day(report.generatedAt())));
    }
}
