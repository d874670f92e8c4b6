package io.futureos.studio.render.slides;

import io.futureos.studio.render.office.ChartFigures;
import io.futureos.studio.render.page.Blocks;
import io.futureos.studio.render.page.Children;
import io.futureos.studio.render.page.Sources;
import io.futureos.studio.render.slides.Slide.Block;
import io.futureos.studio.render.slides.Slide.Figure;
import io.futureos.studio.render.slides.Slide.Layout;
import io.futureos.studio.render.slides.Slide.Paragraph;
import io.futureos.studio.render.slides.Slide.Paragraph.Kind;
import io.futureos.studio.render.slides.Slide.Table;
import io.futureos.studio.render.slides.Slide.Text;
import io.futureos.studio.render.slides.Template.Room;
import io.futureos.studio.render.wording.PageTerm;
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
 * other as far as they fit, and what does not fit is for the notes.
 */
final class Deck {

    /** So many slides show the text of a part, and so many a table. */
    private static final int MOST_SLIDES = 3;

    /** Of all slides. Nobody shows more, each has several entries in the file, and a file can list 65,535. */
    static final int MOST_OF_ALL = 2_000;

    /** What a chart leaves of the width to the text on its left. */
    static final double BESIDE = 0.31;

    /** What it takes to say that there is more, in points. */
    private static final double NOTE = Slide.GAP + 2 * Kind.NOTE.size;

    private static final int LONGEST_TITLE = 240;
    private static final int FEW_CHAPTERS = 3;
    /** On one slide of contents. */
    private static final int MOST_CHAPTERS = 12;

    private static final int MOST_COLUMNS = 12;

    /** Fewer rows of a table that goes on do not stand on a slide alone. */
    private static final int FEW_ROWS = 3;

    private final Document document;
    private final double width;
    private final Room space;
    private final Wording wording;
    private final Sources sources;
    private final List<Slide> slides = new ArrayList<>();
    private final List<String> anchors = new ArrayList<>();
    private String above = "";
    private String title = "";
    private String source = "";
    private final List<Block> blocks = new ArrayList<>();
    private final List<Paragraph> text = new ArrayList<>();
    private final Notes notes;
    private final int most;
    private double filled;
    private int sinceHeading;
    private boolean isCut;

    /** @param space below the title of a slide */
    Deck(GeneratedReport report, Document document, Room space, Wording wording) {
        this(report, document, space, wording, MOST_OF_ALL);
    }

    /** @param most slides, before short parts are joined and a last one says that there are more */
    Deck(GeneratedReport report, Document document, Room space, Wording wording, int most) {
        this.document = document;
        this.width = space.width();
        this.space = space;
        this.wording = wording;
        this.notes = emptyNotes();
        this.sources = new Sources(report, wording);
        this.most = most;
    }

    private Notes emptyNotes() {
        return new Notes(wording.say(PageTerm.TEXT_CUT));
    }

    List<Slide> slides() {
        addTitle();
        document.select("main > section.lead").forEach(this::addChapter);
        addContents();
        document.select("main > section:not(.lead)").forEach(this::addChapter);
        List<Slide> joined = Joined.of(slides, space);
        if (isCut) {
            Paragraph cut = note(wording.say(PageTerm.REPORT_CUT));
            joined.add(new Slide(
                    Layout.CONTENT, List.of(), "", document.title(), List.of(new Text(List.of(cut))), List.of()));
        }
        return joined;
    }

    private double height() {
        return space.heightBelow(title);
    }

    private void addTitle() {
        var paragraphs = new ArrayList<Paragraph>();
        var remarks = new ArrayList<Paragraph>();
        Element header = document.expectFirst("header");
        header.select("> p").forEach(line -> paragraphs.add(paragraph(Kind.TEXT, line)));
        header.select(".stale p, .stale li").forEach(line -> remarks.add(paragraph(Kind.REMARK, line)));
        var shown = new ArrayList<Block>(List.of(new Text(paragraphs)));
        if (!remarks.isEmpty()) {
            shown.add(new Text(remarks));
        }
        List<String> said = document.select("body > footer > p").eachText();
        slides.add(new Slide(Layout.TITLE, List.of(), "", document.title(), shown, said));
    }

    private void addContents() {
        Element navigation = document.expectFirst("nav");
        List<Element> chapters = navigation.select("> ol > li > a");
        if (chapters.size() <= FEW_CHAPTERS) {
            return;
        }
        var rows = new ArrayList<Element>();
        for (Element chapter : chapters) {
            var row = new Element("tr");
            row.appendElement("td").appendChild(chapter.clone());
            row.appendElement("td").addClass("n").attr(Targets.SLIDE_OF, chapter.attr("href"));
            rows.add(row);
        }
        begin("", navigation.expectFirst("h2").text(), "");
        for (int from = 0; from < rows.size(); from += MOST_CHAPTERS) {
            List<Element> some = rows.subList(from, Math.min(rows.size(), from + MOST_CHAPTERS));
            blocks.add(new Table(List.of(), some, List.of(0.62, 0.08), Kind.TEXT.size));
            turnOver();
        }
    }

    private void addChapter(Element section) {
        if (isCut) {
            return;
        }
        Element heading = section.expectFirst("h2");
        anchors.add(heading.id());
        begin("", heading.text(), sources.of(heading.text()));
        flow(inOrder(section), Kind.TEXT, 0);
        turnOver();
    }

    /**
     * In the order of slides: remarks stand with the chapter's text, since its charts fill their slides; and what is said of
     * the file at the head of the appendix comes last, where it need not have a slide to itself.
     */
    private Element inOrder(Element section) {
        Element dealt = section.clone();
        Element chart = dealt.selectFirst("> figure");
        if (chart != null) {
            dealt.select("> aside").forEach(chart::before);
        }
        if (dealt.hasClass("appendix")) {
            Element about = dealt.appendElement("div");
            about.appendElement("h3").text(wording.say(PageTerm.ABOUT));
            dealt.select("> p").forEach(about::appendChild);
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

    /** Ends the slide that is being filled, if there is anything on it. */
    private void turnOver() {
        closeText();
        if (!blocks.isEmpty()) {
            sinceHeading++;
            addSlide(Layout.CONTENT, above, title, blocks, notes.with(source));
            blocks.clear();
            notes.clear();
        }
        filled = 0;
    }

    private void addSlide(Layout layout, String part, String words, List<Block> shown, List<String> said) {
        if (slides.size() < most) {
            slides.add(new Slide(layout, anchors, part, words, shown, said));
        } else {
            isCut = true;
        }
        anchors.clear();
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

    /** A part of a chapter is another idea, so another slide; short ones are joined later. */
    private void part(Element heading) {
        String chapter = above.isEmpty() ? title : above;
        turnOver();
        begin(chapter, heading.text(), source);
    }

    /** A first sentence in bold is what the chapter says, so it is the title. */
    private void paragraph(Element element, Kind kind, int level) {
        if (isTitle(element)) {
            above = title;
            title = element.text();
            return;
        }
        add(new Paragraph(element.hasClass("note") ? Kind.NOTE : kind, level, 0, element.childNodes()));
    }

    private boolean isTitle(Element paragraph) {
        boolean isFirst = blocks.isEmpty() && text.isEmpty() && sinceHeading == 0 && above.isEmpty();
        if (!isFirst || !paragraph.ownText().isBlank()) {
            return false;
        }
        List<Element> pieces = paragraph.children();
        return !pieces.isEmpty()
                && pieces.stream().allMatch(piece -> piece.nameIs("strong") || piece.nameIs("b"))
                && paragraph.text().length() <= LONGEST_TITLE;
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
        boolean isOther = !text.isEmpty() && (text.get(0).kind() == Kind.REMARK) != (paragraph.kind() == Kind.REMARK);
        if (isOther) {
            closeText();
            filled += Slide.GAP + 2 * Text.PADDING;
        }
        double needed = paragraph.height(width);
        if (filled + needed > room() && filled > 0 && sinceHeading < MOST_SLIDES - 1) {
            turnOver();
        }
        notes.add(paragraph.text());
        if (filled + needed <= room()) {
            text.add(paragraph);
            filled += needed;
        } else if (filled < height()) {
            if (filled == 0) {
                text.add(beginning(paragraph));
            }
            text.add(note(wording.say(notes.isWhole() ? PageTerm.IN_THE_NOTES : PageTerm.TEXT_CUT)));
            filled = height();
        }
    }

    /** The last slide of a part keeps room to say that there is more. */
    private double room() {
        return sinceHeading == MOST_SLIDES - 1 ? height() - NOTE : height();
    }

    /** As much of a very long paragraph as a slide bears. */
    private Paragraph beginning(Paragraph paragraph) {
        String words = paragraph.text();
        int bearable = (int) (width * (height() - NOTE) / (paragraph.kind().size * paragraph.kind().size * 0.85));
        int end = Math.min(words.length(), bearable);
        int gap = words.lastIndexOf(' ', end);
        String shown = words.substring(0, gap > end / 2 ? gap : end) + " …";
        return new Paragraph(paragraph.kind(), paragraph.level(), paragraph.number(), List.of(new TextNode(shown)));
    }

    private static Paragraph note(String words) {
        return new Paragraph(Kind.NOTE, 0, 0, List.of(new TextNode(words)));
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
                lines.stream()
                        .mapToInt(line -> Children.elements(line).size())
                        .max()
                        .orElse(0));
        if (columns == 0) {
            return;
        }
        var whole = new Table(head, rows, Columns.shares(head, rows, columns, width), Table.SIZE);
        keepHeadingWith(whole);
        closeText();
        int shown = deal(whole);
        if (shown < rows.size()) {
            boolean areInNotes = notes.addRows(head, rows.subList(shown, rows.size()));
            Term cut = areInNotes ? PageTerm.ROWS_IN_THE_NOTES : PageTerm.ROWS_CUT;
            text.add(note(wording.say(cut, shown, rows.size())));
        }
    }

    /** Puts rows on this slide and the next ones, each time with the head; answers how many. */
    private int deal(Table whole) {
        List<Element> rows = whole.rows();
        int from = 0;
        for (int pages = 0; from < rows.size() && pages < MOST_SLIDES; ) {
            if (filled > 0) {
                filled += Slide.GAP;
            }
            double free = height() - filled - (pages == MOST_SLIDES - 1 ? NOTE : 0);
            int to = from;
            double needed = whole.with(List.of()).height(width);
            while (to < rows.size() && needed + whole.height(rows.get(to), width) <= free) {
                needed += whole.height(rows.get(to), width);
                to++;
            }
            boolean isPoor = to - from < Math.min(FEW_ROWS, rows.size() - from);
            if (isPoor && filled > 0) {
                turnOver();
                continue;
            }
            to = Math.max(to, from + 1);
            if (pages < MOST_SLIDES - 1) {
                to = leavingNoFew(from, to, rows.size());
            }
            blocks.add(whole.with(rows.subList(from, to)));
            filled += whole.with(rows.subList(from, to)).height(width);
            from = to;
            pages++;
            if (from < rows.size() && pages < MOST_SLIDES) {
                turnOver();
            }
        }
        return from;
    }

    /** A row or two that would be left to the next slide take others along. */
    private static int leavingNoFew(int from, int to, int all) {
        int left = all - to;
        boolean isFew = left > 0 && left < FEW_ROWS && all - from >= 2 * FEW_ROWS;
        return isFew ? all - FEW_ROWS : to;
    }

    /** The heading of a table goes to the next slide with it. */
    private void keepHeadingWith(Table table) {
        boolean hasHeading = !text.isEmpty() && text.get(text.size() - 1).kind() == Kind.HEADING;
        int few = Math.min(FEW_ROWS, table.rows().size());
        double least = table.with(table.rows().subList(0, few)).height(width);
        if (hasHeading && filled + least > height() && (text.size() > 1 || !blocks.isEmpty())) {
            Paragraph heading = text.remove(text.size() - 1);
            turnOver();
            text.add(heading);
            filled = heading.height(width);
        }
    }

    /** One that could not be drawn is a table like others; so is the data of one that is no native chart. */
    private void figure(Element figure) {
        boolean hasTable = figure.selectFirst("table") != null;
        if (!ChartFigures.isTable(figure)) {
            picture(figure);
            if (hasTable) {
                add(paragraph(Kind.HEADING, figure.expectFirst("figcaption")));
            }
        }
        if (hasTable) {
            figure.children().forEach(child -> block(child, Kind.NOTE, 0));
        }
    }

    /** A chart by itself, or beside the text that introduces it. */
    private void picture(Element figure) {
        String chapter = above.isEmpty() ? title : above;
        String kept = title;
        closeText();
        boolean fits = !blocks.isEmpty()
                && blocks.stream().allMatch(Text.class::isInstance)
                && Slide.height(blocks, width * BESIDE) <= height();
        boolean waits = fits && anchors.isEmpty() && isFollowedByAnother(figure);
        boolean isIntroduced = fits && !waits;
        var shown = new ArrayList<Block>();
        List<String> said = (isIntroduced ? notes : emptyNotes()).with(source);
        if (isIntroduced) {
            shown.addAll(blocks);
            blocks.clear();
            notes.clear();
        }
        if (!waits) {
            turnOver();
        }
        shown.add(new Figure(figure));
        String number = figure.select("figcaption > .number").text();
        String finding = figure.select("figcaption > strong").text();
        addSlide(
                isIntroduced ? Layout.BESIDE : Layout.CONTENT,
                chapter + " · " + number,
                finding.isEmpty() ? kept : finding,
                shown,
                said);
    }

    /** What a chapter says at its end, after a table, is more likely about its last chart than about its first. */
    private static boolean isFollowedByAnother(Element figure) {
        Element next = figure.nextElementSibling();
        return next != null && next.nameIs("figure") && !ChartFigures.isTable(next);
    }

    private static Paragraph paragraph(Kind kind, Element element) {
        return new Paragraph(kind, 0, 0, element.childNodes());
    }
}
