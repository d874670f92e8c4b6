package io.futureos.studio.render.slides;

import io.futureos.studio.render.page.Blocks;
import io.futureos.studio.render.slides.Slide.Block;
import io.futureos.studio.render.slides.Slide.Figure;
import io.futureos.studio.render.slides.Slide.Layout;
import io.futureos.studio.render.slides.Slide.Paragraph;
import io.futureos.studio.render.slides.Slide.Paragraph.Kind;
import io.futureos.studio.render.slides.Slide.Table;
import io.futureos.studio.render.slides.Slide.Text;
import io.futureos.studio.render.wording.Term;
import io.futureos.studio.render.wording.Wording;
import io.futureos.studio.report.GeneratedReport;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Deals a report out on slides. Each chart has one to itself, whose title is what the chart finds; text and tables follow each
 * other as far as they fit.
 */
final class Deck {

    /** The room below a title, in points. */
    private static final double ROOM = 375;

    /** So many slides show the text of a part, and so many a table; the rest is for the notes and the other formats. */
    private static final int MOST_SLIDES = 3;

    /** Text as short as this stands above the chart that follows it. */
    private static final double SHORT = 130;

    /** What it takes to say that a table goes on elsewhere. */
    private static final double NOTE = 42;

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_NOTE = 4_000;
    private static final int FEW_CHAPTERS = 3;
    private static final int MOST_COLUMNS = 12;

    private final Document document;
    private final Wording wording;
    private final Sources sources;
    private final List<Slide> slides = new ArrayList<>();

    private String above = "";
    private String title = "";
    private String source = "";
    private final List<Block> blocks = new ArrayList<>();
    private final List<Paragraph> text = new ArrayList<>();
    private final List<String> spoken = new ArrayList<>();
    private double filled;
    private int sinceHeading;

    Deck(GeneratedReport report, Document document, Wording wording) {
        this.document = document;
        this.wording = wording;
        this.sources = new Sources(report, wording);
    }

    List<Slide> slides() {
        addTitle();
        document.select("main > section.lead").forEach(this::addChapter);
        addContents();
        document.select("main > section:not(.lead)").forEach(this::addChapter);
        return List.copyOf(slides);
    }

    private void addTitle() {
        var paragraphs = new ArrayList<Paragraph>();
        Element header = document.expectFirst("header");
        header.select("> p").forEach(line -> paragraphs.add(paragraph(Kind.TEXT, line)));
        header.select(".stale p, .stale li").forEach(line -> paragraphs.add(paragraph(Kind.REMARK, line)));
        List<String> notes = document.select("body > footer > p").eachText();
        slides.add(new Slide(Layout.TITLE, "", document.title(), List.of(new Text(paragraphs)), notes));
    }

    private void addContents() {
        Element navigation = document.expectFirst("nav");
        List<Element> chapters = navigation.select("> ol > li > a");
        if (chapters.size() <= FEW_CHAPTERS) {
            return;
        }
        begin("", navigation.expectFirst("h2").text(), "");
        chapters.forEach(chapter -> add(new Paragraph(Kind.TEXT, 1, 0, List.of(new TextNode(chapter.text())))));
        end();
    }

    private void addChapter(Element section) {
        Element heading = section.expectFirst("h2");
        begin("", heading.text(), sources.of(heading.text()));
        flow(remarksFirst(section), Kind.TEXT, 0);
        end();
    }

    /** Remarks stand with the chapter's text, since its charts fill their slides. */
    private static Element remarksFirst(Element section) {
        Element dealt = section.clone();
        Element chart = dealt.selectFirst("> figure");
        if (chart != null) {
            dealt.select("> aside").forEach(chart::before);
        }
        return dealt;
    }

    /** A new slide, and what will be said of it. */
    private void begin(String part, String words, String from) {
        above = part;
        title = words;
        source = from;
        sinceHeading = 0;
    }

    private void end() {
        turnOver();
        spoken.clear();
    }

    /** Ends the slide that is being filled, if there is anything on it. */
    private void turnOver() {
        closeText();
        if (!blocks.isEmpty()) {
            sinceHeading++;
            slides.add(new Slide(Layout.CONTENT, above, title, blocks, notes(spoken)));
            blocks.clear();
            spoken.clear();
        }
        filled = 0;
    }

    private List<String> notes(List<String> words) {
        var notes = new ArrayList<>(words.stream().map(Deck::shortened).toList());
        if (!source.isEmpty()) {
            notes.add(source);
        }
        return notes;
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_NOTE ? words : words.substring(0, LONGEST_NOTE) + "…";
    }

    private void closeText() {
        if (!text.isEmpty()) {
            blocks.add(new Text(text));
            text.clear();
        }
    }

    private void flow(Element container, Kind kind, int level) {
        var inline = new ArrayList<Node>();
        for (Node node : container.childNodes()) {
            if (node instanceof Element element && element.isBlock()) {
                flush(kind, level, inline);
                block(element, kind, level);
            } else {
                inline.add(node);
            }
        }
        flush(kind, level, inline);
    }

    private void flush(Kind kind, int level, List<Node> inline) {
        if (Blocks.haveText(inline)) {
            add(new Paragraph(kind, level, 0, List.copyOf(inline)));
        }
        inline.clear();
    }

    private void block(Element element, Kind kind, int level) {
        switch (element.normalName()) {
            case "h2", "caption", "figcaption" -> {
                // the slide's title, or that of the chart
            }
            case "h3" -> part(element);
            case "h4", "h5", "h6" -> add(paragraph(Kind.HEADING, element));
            case "p" -> paragraph(element, kind, level);
            case "ul", "ol" -> list(element, kind, level);
            case "table" -> table(element);
            case "figure" -> figure(element);
            case "aside" -> element.children().forEach(line -> add(paragraph(Kind.REMARK, line)));
            default -> flow(element, kind, level);
        }
    }

    /** A part of a chapter is another idea, so another slide. */
    private void part(Element heading) {
        String chapter = above.isEmpty() ? title : above;
        turnOver();
        begin(chapter, heading.text(), source);
    }

    /** A first sentence in bold is what the chapter says, so it is the title. */
    private void paragraph(Element element, Kind kind, int level) {
        boolean isFirst = blocks.isEmpty() && text.isEmpty() && sinceHeading == 0 && above.isEmpty();
        boolean isAllBold = element.children().stream().allMatch(child -> child.nameIs("strong") || child.nameIs("b"))
                && element.ownText().isBlank();
        if (isFirst && isAllBold && element.childrenSize() > 0 && element.text().length() <= 2 * LONGEST_TITLE) {
            above = title;
            title = element.text();
            return;
        }
        add(new Paragraph(element.hasClass("note") ? Kind.NOTE : kind, level, 0, element.childNodes()));
    }

    private void list(Element list, Kind kind, int level) {
        int number = 0;
        for (Element item : list.children()) {
            number++;
            var inline = new ArrayList<Node>();
            for (Node node : item.childNodes()) {
                if (node instanceof Element element && element.isBlock() && !element.nameIs("p")) {
                    point(inline, kind, level, list.nameIs("ol") ? number : 0);
                    block(element, kind, Math.min(2, level + 1));
                } else if (node instanceof Element element && element.nameIs("p")) {
                    inline.addAll(element.childNodes());
                } else {
                    inline.add(node);
                }
            }
            point(inline, kind, level, list.nameIs("ol") ? number : 0);
        }
    }

    private void point(List<Node> inline, Kind kind, int level, int number) {
        if (Blocks.haveText(inline)) {
            add(new Paragraph(kind, Math.min(2, level + 1), number, List.copyOf(inline)));
        }
        inline.clear();
    }

    private void add(Paragraph paragraph) {
        double height = paragraph.height();
        if (height > ROOM) {
            addBeginning(paragraph);
            return;
        }
        if (filled + height > ROOM && filled > 0 && sinceHeading < MOST_SLIDES - 1) {
            turnOver();
        }
        spoken.add(paragraph.text());
        if (filled + height <= ROOM) {
            text.add(paragraph);
            filled += height;
        }
    }

    /** Of a paragraph that no slide could hold. */
    private void addBeginning(Paragraph paragraph) {
        String words = paragraph.text();
        int space = words.lastIndexOf(' ', LONGEST_NOTE / 4);
        String beginning = words.substring(0, space > 0 ? space : LONGEST_NOTE / 4) + "…";
        add(new Paragraph(paragraph.kind(), paragraph.level(), paragraph.number(), List.of(new TextNode(beginning))));
        String cut = wording.say(Term.TEXT_CUT);
        add(new Paragraph(Kind.NOTE, 0, 0, List.of(new TextNode(cut))));
    }

    private void table(Element table) {
        List<Element> lines = Blocks.rows(table);
        List<Element> head = lines.stream()
                .filter(line -> line.closest("thead") != null)
                .limit(2)
                .toList();
        List<Element> rows =
                lines.stream().filter(line -> line.closest("thead") == null).toList();
        int columns = Math.min(
                MOST_COLUMNS,
                lines.stream().mapToInt(Element::childrenSize).max().orElse(0));
        if (columns == 0) {
            return;
        }
        keepHeadingWith(head, rows, columns);
        closeText();
        int from = 0;
        int pages = 0;
        while (from < rows.size() && pages < MOST_SLIDES) {
            int to = from;
            double height = new Table(head, List.of(), columns).height();
            double room = pages == MOST_SLIDES - 1 ? ROOM - NOTE : ROOM;
            while (to < rows.size() && filled + height + rowHeight(rows.get(to), columns) <= room) {
                height += rowHeight(rows.get(to), columns);
                to++;
            }
            boolean isPoor = to - from < Math.min(3, rows.size() - from);
            if (isPoor && filled > 0) {
                turnOver();
                continue;
            }
            to = Math.max(to, from + 1);
            blocks.add(new Table(head, rows.subList(from, to), columns));
            filled += height + Paragraph.AFTER * 2;
            from = to;
            pages++;
            if (from < rows.size() && pages < MOST_SLIDES) {
                turnOver();
            }
        }
        if (from < rows.size()) {
            String cut = wording.say(Term.ROWS_CUT, from, rows.size());
            text.add(new Paragraph(Kind.NOTE, 0, 0, List.of(new TextNode(cut))));
        }
    }

    /** The heading of a table goes to the next slide with it. */
    private void keepHeadingWith(List<Element> head, List<Element> rows, int columns) {
        boolean hasHeading = !text.isEmpty() && text.get(text.size() - 1).kind() == Kind.HEADING;
        double least = new Table(head, rows.subList(0, Math.min(3, rows.size())), columns).height();
        if (hasHeading && filled + least > ROOM && (text.size() > 1 || !blocks.isEmpty())) {
            Paragraph heading = text.remove(text.size() - 1);
            turnOver();
            text.add(heading);
            filled = heading.height();
        }
    }

    private static double rowHeight(Element row, int columns) {
        return new Table(List.of(), List.of(row), columns).height();
    }

    /** A chart by itself; one that could not be drawn is a table like others. */
    private void figure(Element figure) {
        if (figure.selectFirst("table") != null) {
            figure.children().forEach(child -> block(child, Kind.NOTE, 0));
            return;
        }
        String chapter = above.isEmpty() ? title : above;
        String kept = title;
        var shown = new ArrayList<Block>();
        var said = new ArrayList<String>();
        if (blocks.isEmpty() && !text.isEmpty() && filled <= SHORT) {
            shown.add(new Text(text));
            said.addAll(spoken);
            text.clear();
            spoken.clear();
            filled = 0;
        }
        turnOver();
        shown.add(new Figure(figure));
        String finding = figure.select("figcaption > strong").text();
        slides.add(new Slide(
                Layout.CONTENT,
                chapter + " · " + figure.select("figcaption > .number").text(),
                finding.isEmpty() ? kept : finding,
                shown,
                notes(said)));
    }

    private static Paragraph paragraph(Kind kind, Element element) {
        return new Paragraph(kind, 0, 0, element.childNodes());
    }
}
