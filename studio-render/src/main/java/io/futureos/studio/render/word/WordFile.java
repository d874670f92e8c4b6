package io.futureos.studio.render.word;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.look.Rgb;
import io.futureos.studio.render.office.ChartFigures;
import io.futureos.studio.render.office.OfficePackage;
import io.futureos.studio.render.office.OfficePackage.Part;
import io.futureos.studio.render.office.Xml;
import io.futureos.studio.render.provenance.Signer;
import io.futureos.studio.render.wording.PageTerm;
import io.futureos.studio.render.wording.Wording;
import io.futureos.studio.report.GeneratedReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The parts of the file: the text, and what it refers to. */
final class WordFile {

    static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    static final String GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";

    private static final String SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
    private static final String COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

    /** At the sides and below, in twentieths of a point. */
    private static final int MARGIN = 1_247;

    private static final int LONGEST_RUNNING_TITLE = 105;

    private final OfficePackage file = new OfficePackage();
    private final Part main = file.addMain("word/document.xml", "wordprocessingml.document.main+xml");
    private final GeneratedReport report;
    private final Document document;
    private final Wording wording;
    private final Palette palette;
    private final ChartFigures figures;
    private final @Nullable Signer signer;

    WordFile(
            GeneratedReport report,
            Document document,
            Wording wording,
            Palette palette,
            ChartFigures figures,
            @Nullable Signer signer) {
        this.report = report;
        this.document = document;
        this.wording = wording;
        this.palette = palette;
        this.figures = figures;
        this.signer = signer;
    }

    /** Writes the file; {@code out} stays open. */
    void write(OutputStream out) throws IOException {
        answerFirst();
        file.addProperties(report, wording.language());
        main.relate("styles", file.add("word/styles.xml", "wordprocessingml.styles+xml", styles()));
        main.relate("settings", file.add("word/settings.xml", "wordprocessingml.settings+xml", settings()));
        main.relate("fontTable", file.add("word/fontTable.xml", "wordprocessingml.fontTable+xml", fonts()));
        String header = main.relate("header", file.add("word/header.xml", "wordprocessingml.header+xml", header()));
        var pages = new Pages();
        var parts = new Parts(file, main, figures);
        Contents contents = Contents.unknown();
        writeText(OutputStream.nullOutputStream(), pages, parts, contents, header, "rId0");
        String footer = main.relate(
                "footer", file.add("word/footer.xml", "wordprocessingml.footer+xml", footer(pages.count())));
        main.relate(
                "numbering",
                file.add(
                        "word/numbering.xml",
                        "wordprocessingml.numbering+xml",
                        parts.numbering().xml()));
        parts.restart();
        Contents found = contents.found(pages);
        main.fill(text -> writeText(text, null, parts, found, header, footer));
        file.writeSealed(out, main, report, signer);
    }

    /** Whoever reads one page only has the question, the answer, and which report this is. */
    private void answerFirst() {
        Element navigation = document.expectFirst("nav");
        document.select("section.lead").forEach(navigation::before);
        document.select("body > footer").forEach(navigation::after);
        document.select("main").forEach(main -> main.addClass(Blocks.NEW_PAGE));
        document.select("section.appendix").forEach(appendix -> appendix.addClass(Blocks.NEW_PAGE));
    }

    private void writeText(
            OutputStream out, @Nullable Pages pages, Parts parts, Contents contents, String header, String footer) {
        var xml = new Xml(out);
        xml.open(
                "w:document",
                "xmlns:w",
                MAIN,
                "xmlns:r",
                RELATIONSHIPS,
                "xmlns:wp",
                DRAWING,
                "xmlns:mc",
                COMPATIBILITY,
                "xmlns:wpg",
                GROUP,
                "xmlns:wps",
                SHAPE);
        xml.open("w:body");
        new Blocks(xml, pages, parts, contents, wording).children(document.body(), Place.PAGE, Format.PLAIN);
        xml.open("w:sectPr").empty("w:headerReference", "w:type", "default", "r:id", header);
        xml.empty("w:footerReference", "w:type", "default", "r:id", footer);
        xml.empty("w:footerReference", "w:type", "first", "r:id", footer);
        xml.empty("w:pgSz", "w:w", 11_906, "w:h", 16_838);
        xml.empty(
                "w:pgMar",
                "w:top",
                1_417,
                "w:right",
                MARGIN,
                "w:bottom",
                MARGIN,
                "w:left",
                MARGIN,
                "w:header",
                737,
                "w:footer",
                624,
                "w:gutter",
                0);
        xml.empty("w:titlePg")
                .close("w:sectPr")
                .close("w:body")
                .close("w:document")
                .finish();
    }

    private byte[] settings() {
        var xml = new Xml().open("w:settings", "xmlns:w", MAIN);
        xml.empty("w:zoom", "w:percent", 100).empty("w:defaultTabStop", "w:val", 709);
        xml.open("w:compat");
        xml.empty(
                "w:compatSetting",
                "w:name",
                "compatibilityMode",
                "w:uri",
                "http://schemas.microsoft.com/office/word",
                "w:val",
                15);
        return xml.close("w:compat").close("w:settings").bytes();
    }

    private byte[] header() {
        var xml = new Xml().open("w:hdr", "xmlns:w", MAIN);
        xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", "Header").close("w:pPr");
        run(xml, runningTitle());
        return xml.close("w:p").close("w:hdr").bytes();
    }

    private byte[] footer(int pages) {
        var xml = new Xml().open("w:ftr", "xmlns:w", MAIN);
        xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", "Footer").close("w:pPr");
        List<String> around = wording.around(PageTerm.PAGE_OF);
        run(xml, around.get(0));
        field(xml, "PAGE", "1");
        run(xml, around.get(1));
        field(xml, "NUMPAGES", String.valueOf(pages));
        return xml.close("w:p").close("w:ftr").bytes();
    }

    private String runningTitle() {
        String title = document.title();
        if (title.length() <= LONGEST_RUNNING_TITLE) {
            return title;
        }
        int space = title.lastIndexOf(' ', LONGEST_RUNNING_TITLE);
        return title.substring(0, space > 0 ? space : LONGEST_RUNNING_TITLE) + "…";
    }

    private static byte[] fonts() {
        var xml = new Xml().open("w:fonts", "xmlns:w", MAIN);
        font(xml, "Arial", "swiss", "variable");
        font(xml, "Courier New", "modern", "fixed");
        return xml.close("w:fonts").bytes();
    }

    private static void font(Xml xml, String name, String family, String pitch) {
        xml.open("w:font", "w:name", name).empty("w:charset", "w:val", "00");
        xml.empty("w:family", "w:val", family).empty("w:pitch", "w:val", pitch).close("w:font");
    }

    private static void run(Xml xml, String text) {
        xml.open("w:r").text("w:t", text, "xml:space", "preserve").close("w:r");
    }

    /** A field that Word works out, with what is shown until it has. */
    private static void field(Xml xml, String instruction, String shown) {
        xml.open("w:fldSimple", "w:instr", " " + instruction + " ");
        xml.open("w:r").text("w:t", shown).close("w:r").close("w:fldSimple");
    }

    private byte[] styles() {
        Element html = document.expectFirst("html");
        return resource("styles.xml")
                .replace("{ink}", hex(palette.ink()))
                .replace("{muted}", hex(palette.muted()))
                .replace("{rule}", hex(palette.rule()))
                .replace("{surface}", hex(palette.surface()))
                .replace("{primary}", hex(palette.primary()))
                .replace("{accent}", hex(palette.accent()))
                .replace("{language}", html.attr("lang"))
                .getBytes(UTF_8);
    }

    private static String hex(Rgb colour) {
        return colour.toString().substring(1);
    }

    private static String resource(String name) {
        try (InputStream in = WordFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar of studio-render");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the jar of studio-render", e);
        }
    }
}
