package io.futureos.studio.render.slides;

import io.futureos.studio.render.office.Xml;
import io.futureos.studio.render.slides.Stage.Placeholder;
import java.util.List;
import java.util.Optional;

/** Writes what stands below a slide for who speaks. */
final class NotesWriter {

    private NotesWriter() {}

    static byte[] notes(List<String> paragraphs, String language) {
        var shapes = new Shapes();
        shapes.open("p:notes");
        Xml xml = shapes.xml;
        xml.open("p:sp").open("p:nvSpPr").empty("p:cNvPr", "id", 3, "name", "Slide");
        xml.open("p:cNvSpPr")
                .empty("a:spLocks", "noGrp", 1, "noRot", 1, "noChangeAspect", 1)
                .close("p:cNvSpPr");
        xml.open("p:nvPr").empty("p:ph", "type", "sldImg").close("p:nvPr").close("p:nvSpPr");
        xml.empty("p:spPr").close("p:sp");
        shapes.openPlaceholder("Notes", new Placeholder("body", "1"));
        for (String words : paragraphs) {
            xml.open("a:p").open("a:r").empty("a:rPr", "lang", language);
            xml.text("a:t", words).close("a:r").close("a:p");
        }
        if (paragraphs.isEmpty()) {
            xml.open("a:p").empty("a:endParaRPr", "lang", language).close("a:p");
        }
        shapes.closeText();
        return shapes.close("p:notes", Optional.empty());
    }
}
