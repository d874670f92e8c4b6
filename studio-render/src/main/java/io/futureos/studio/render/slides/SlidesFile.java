package io.futureos.studio.render.slides;

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
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** The parts of the file: the slides with their notes, and the master, layouts and theme that give them their look. */
final class SlidesFile {

    static final String MAIN = "http://schemas.openxmlformats.org/presentationml/2006/main";
    static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
    static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** The ids of masters, layouts and slides begin here (ECMA-376 part 1, 19.7). */
    private static final long FIRST_MASTER = 2_147_483_648L;

    private static final int FIRST_SLIDE = 256;

    private final OfficePackage file = new OfficePackage();
    private final GeneratedReport report;
    private final Document document;
    private final Look look;
    private final ChartFigures figures;

    SlidesFile(GeneratedReport report, Document document, Look look, ChartFigures figures) {
        this.report = report;
        this.document = document;
        this.look = look;
        this.figures = figures;
    }

    void write(OutputStream out, List<Slide> slides, @Nullable Signer signer) throws IOException {
        Part presentation = file.addMain("ppt/presentation.xml", "presentationml.presentation.main+xml");
        file.addProperties(report);
        Part theme = file.add("ppt/theme/theme1.xml", "theme+xml", resource("theme.xml"));
        Part master = file.add("ppt/slideMasters/slideMaster1.xml", "presentationml.slideMaster+xml");
        Part title = layout(1, "layout-title.xml", master);
        Part content = layout(2, "layout-content.xml", master);
        master.relate("theme", theme);
        master.fill(resource("master.xml"));
        Part notesTheme = file.add("ppt/theme/theme2.xml", "theme+xml", resource("theme.xml"));
        Part notesMaster = file.add(
                "ppt/notesMasters/notesMaster1.xml", "presentationml.notesMaster+xml", resource("notes-master.xml"));
        notesMaster.relate("theme", notesTheme);

        String masterId = presentation.relate("slideMaster", master);
        String notesId = presentation.relate("notesMaster", notesMaster);
        var ids = new ArrayList<String>();
        for (int i = 0; i < slides.size(); i++) {
            Slide slide = slides.get(i);
            Part part = file.add("ppt/slides/slide" + (i + 1) + ".xml", "presentationml.slide+xml");
            part.relate("slideLayout", slide.layout() == Slide.Layout.TITLE ? title : content);
            Part notes = file.add("ppt/notesSlides/notesSlide" + (i + 1) + ".xml", "presentationml.notesSlide+xml");
            notes.relate("notesMaster", notesMaster);
            notes.relate("slide", part);
            part.relate("notesSlide", notes);
            var writer = new SlideWriter(file, part, figures, look, document);
            part.fill(writer.slide(slide, i + 1));
            notes.fill(writer.notes(slide, i + 1));
            ids.add(presentation.relate("slide", part));
        }
        presentation.relate("theme", theme);
        presentation.fill(presentation(masterId, notesId, ids));
        file.writeSealed(out, presentation, report, signer);
    }

    private Part layout(int number, String name, Part master) {
        Part layout = file.add(
                "ppt/slideLayouts/slideLayout" + number + ".xml", "presentationml.slideLayout+xml", resource(name));
        layout.relate("slideMaster", master);
        master.relate("slideLayout", layout);
        return layout;
    }

    private static byte[] presentation(String master, String notesMaster, List<String> slides) {
        var xml = new Xml()
                .open(
                        "p:presentation",
                        "xmlns:p",
                        MAIN,
                        "xmlns:a",
                        DRAWING,
                        "xmlns:r",
                        RELATIONSHIPS,
                        "saveSubsetFonts",
                        1);
        xml.open("p:sldMasterIdLst")
                .empty("p:sldMasterId", "id", FIRST_MASTER, "r:id", master)
                .close("p:sldMasterIdLst");
        xml.open("p:notesMasterIdLst")
                .empty("p:notesMasterId", "r:id", notesMaster)
                .close("p:notesMasterIdLst");
        xml.open("p:sldIdLst");
        for (int i = 0; i < slides.size(); i++) {
            xml.empty("p:sldId", "id", FIRST_SLIDE + i, "r:id", slides.get(i));
        }
        xml.close("p:sldIdLst");
        xml.empty("p:sldSz", "cx", SlideWriter.WIDTH, "cy", SlideWriter.HEIGHT);
        xml.empty("p:notesSz", "cx", 6_858_000, "cy", 9_144_000);
        return xml.close("p:presentation").bytes();
    }

    private byte[] resource(String name) {
        Palette palette = look.light();
        String text = read(name)
                .replace("{ink}", hex(palette.ink()))
                .replace("{muted}", hex(palette.muted()))
                .replace("{rule}", hex(palette.rule()))
                .replace("{surface}", hex(palette.surface()))
                .replace("{primary}", hex(palette.primary()));
        for (int i = 0; i < palette.series().size(); i++) {
            text = text.replace("{series" + (i + 1) + "}", hex(palette.series(i)));
        }
        return text.getBytes(UTF_8);
    }

    static String hex(Rgb colour) {
        return colour.toString().substring(1);
    }

    private static String read(String name) {
        try (InputStream in = SlidesFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar of studio-render");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the jar of studio-render", e);
        }
    }
}
