package io.futureos.studio.render.slides;

import io.futureos.studio.render.look.Look;
import io.futureos.studio.render.look.Rgb;
import io.futureos.studio.render.office.ChartFigures;
import io.futureos.studio.render.office.OfficeLanguage;
import io.futureos.studio.render.office.OfficePackage;
import io.futureos.studio.render.office.OfficePackage.Part;
import io.futureos.studio.render.office.Xml;
import io.futureos.studio.render.provenance.Signer;
import io.futureos.studio.render.slides.Stage.Master;
import io.futureos.studio.render.slides.Template.Colours;
import io.futureos.studio.render.wording.Wording;
import io.futureos.studio.report.GeneratedReport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** The parts of the file: the slides with their notes, on what the template gives them to stand on. */
final class SlidesFile {

    static final String MAIN = "http://schemas.openxmlformats.org/presentationml/2006/main";
    static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
    static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** The ids of slides begin here (ECMA-376 part 1, 19.7.13). */
    private static final int FIRST_SLIDE = 256;

    private final OfficePackage file = new OfficePackage();
    private final Part presentation = file.addMain("ppt/presentation.xml", "presentationml.presentation.main+xml");
    private final GeneratedReport report;
    private final Wording wording;
    private final String language;
    private final Look look;
    private final ChartFigures figures;

    SlidesFile(GeneratedReport report, Wording wording, Look look, ChartFigures figures) {
        this.report = report;
        this.wording = wording;
        this.language = OfficeLanguage.of(wording.language()).tag();
        this.look = look;
        this.figures = figures;
    }

    /**
     * Makes all parts.
     *
     * @param title of the whole report
     */
    SlidesFile make(List<Slide> slides, String title, Template template, DoubleConsumer progress) {
        file.addProperties(report, wording.language());
        Stage stage = template.addTo(file, look, wording);
        var parts = new ArrayList<Part>();
        for (int i = 1; i <= slides.size(); i++) {
            parts.add(file.add("ppt/slides/slide" + i + ".xml", "presentationml.slide+xml"));
        }
        var targets = new Targets(slides, parts);
        Colours colours = template.colours(look);
        for (int i = 0; i < slides.size(); i++) {
            write(slides.get(i), i + 1, parts.get(i), stage, colours, title, targets);
            progress.accept((i + 1.0) / slides.size());
        }
        presentation.fill(presentation(stage, parts));
        return this;
    }

    void write(OutputStream out, @Nullable Signer signer) throws IOException {
        file.writeSealed(out, presentation, report, signer);
    }

    private void write(
            Slide slide, int number, Part part, Stage stage, Colours colours, String title, Targets targets) {
        boolean isTitle = slide.layout() == Slide.Layout.TITLE;
        part.relate(
                "slideLayout",
                isTitle ? stage.title().layout() : stage.content().layout());
        Part notes = file.add("ppt/notesSlides/notesSlide" + number + ".xml", "presentationml.notesSlide+xml");
        notes.relate("notesMaster", stage.notesMaster());
        notes.relate("slide", part);
        part.relate("notesSlide", notes);
        part.fill(new SlideWriter(file, part, figures, look, colours, stage, language, targets)
                .slide(slide, number, title));
        notes.fill(NotesWriter.notes(slide.notes(), language));
    }

    private byte[] presentation(Stage stage, List<Part> slides) {
        var xml = new Xml();
        xml.open("p:presentation", "xmlns:p", MAIN, "xmlns:a", DRAWING, "xmlns:r", RELATIONSHIPS, "saveSubsetFonts", 1);
        xml.open("p:sldMasterIdLst");
        for (Master master : stage.masters()) {
            xml.empty("p:sldMasterId", "id", master.id(), "r:id", presentation.relate("slideMaster", master.part()));
        }
        xml.close("p:sldMasterIdLst").open("p:notesMasterIdLst");
        xml.empty("p:notesMasterId", "r:id", presentation.relate("notesMaster", stage.notesMaster()));
        xml.close("p:notesMasterIdLst").open("p:sldIdLst");
        for (int i = 0; i < slides.size(); i++) {
            xml.empty("p:sldId", "id", FIRST_SLIDE + i, "r:id", presentation.relate("slide", slides.get(i)));
        }
        xml.close("p:sldIdLst");
        xml.empty("p:sldSz", "cx", stage.slide().width(), "cy", stage.slide().height());
        xml.empty("p:notesSz", "cx", stage.notes().width(), "cy", stage.notes().height());
        stage.textStyle().ifPresent(style -> style.writeTo(xml));
        return xml.close("p:presentation").bytes();
    }

    static String hex(Rgb colour) {
        return colour.toString().substring(1);
    }
}
