package io.futureos.studio.render.word;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.render.look.Look;
import io.futureos.studio.render.look.Palette;
import io.futureos.studio.render.look.Rgb;
import io.futureos.studio.render.office.ChartFigures;
import io.futureos.studio.render.office.OfficePackage;
import io.futureos.studio.render.office.OfficePackage.Part;
import io.futureos.studio.render.office.Xml;
import io.futureos.studio.render.provenance.Signer;
import io.futureos.studio.report.GeneratedReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The parts of the file: the text, and what it refers to. */
final class WordFile {

    static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final OfficePackage file = new OfficePackage();
    private final GeneratedReport report;
    private final Document document;
    private final Look look;
    private final ChartFigures figures;

    WordFile(GeneratedReport report, Document document, Look look, ChartFigures figures) {
        this.report = report;
        this.document = document;
        this.look = look;
        this.figures = figures;
    }

    byte[] bytes(@Nullable Signer signer) {
        Part main = file.addMain("word/document.xml", "wordprocessingml.document.main+xml");
        file.addProperties(report);
        main.relate("styles", file.add("word/styles.xml", "wordprocessingml.styles+xml", styles()));
        main.relate("settings", file.add("word/settings.xml", "wordprocessingml.settings+xml", settings()));
        String header = main.relate("header", file.add("word/header.xml", "wordprocessingml.header+xml", header()));
        String footer = main.relate("footer", file.add("word/footer.xml", "wordprocessingml.footer+xml", footer()));
        var lists = new Lists();
        var body = new Body(file, main, figures, lists);
        body.open();
        look.logo().ifPresent(body::logo);
        body.front(document);
        body.contents(document.expectFirst("nav"), PageNumbers.of(document));
        body.rest(document);
        main.fill(body.close(header, footer));
        main.relate("numbering", file.add("word/numbering.xml", "wordprocessingml.numbering+xml", lists.numbering()));
        return file.sealed(main, report, signer);
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
        xml.open("w:r").text("w:t", document.title(), "xml:space", "preserve").close("w:r");
        return xml.close("w:p").close("w:hdr").bytes();
    }

    private byte[] footer() {
        var xml = new Xml().open("w:ftr", "xmlns:w", MAIN);
        xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", "Footer").close("w:pPr");
        field(xml, "PAGE", "1");
        xml.open("w:r").text("w:t", " / ", "xml:space", "preserve").close("w:r");
        field(xml, "NUMPAGES", "1");
        return xml.close("w:p").close("w:ftr").bytes();
    }

    /** A field that Word works out, with what is shown until it has. */
    static void field(Xml xml, String instruction, String shown) {
        xml.open("w:fldSimple", "w:instr", " " + instruction + " ");
        xml.open("w:r").text("w:t", shown).close("w:r").close("w:fldSimple");
    }

    private byte[] styles() {
        Palette palette = look.light();
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
