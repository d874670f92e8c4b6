package io.futureos.studio.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.xmlbeans.SchemaType;
import org.apache.xmlbeans.XmlBeans;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;
import org.openxmlformats.schemas.drawingml.x2006.chart.UserShapesDocument;
import org.openxmlformats.schemas.drawingml.x2006.main.CTGroupShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingShapeProps;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBodyProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.ThemeDocument;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.InlineDocument;
import org.openxmlformats.schemas.presentationml.x2006.main.NotesDocument;
import org.openxmlformats.schemas.presentationml.x2006.main.NotesMasterDocument;
import org.openxmlformats.schemas.presentationml.x2006.main.PresentationDocument;
import org.openxmlformats.schemas.presentationml.x2006.main.SldDocument;
import org.openxmlformats.schemas.presentationml.x2006.main.SldLayoutDocument;
import org.openxmlformats.schemas.presentationml.x2006.main.SldMasterDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTxbxContent;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FontsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FtrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.HdrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.SettingsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** Reads what an Office file is made of. */
public final class OfficeParts {

    /** What stands in a line of text, which the schema of a document leaves open. */
    private static final String PICTURES = "declare namespace"
            + " wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' .//wp:inline";

    private static final String GROUPS = "declare namespace"
            + " wpg='http://schemas.microsoft.com/office/word/2010/wordprocessingGroup' declare namespace"
            + " wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' declare namespace"
            + " w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' ";

    private static final Map<String, SchemaType> PARTS_OF_GROUPS = Map.of(
            ".//wpg:grpSpPr",
            CTGroupShapeProperties.type,
            ".//wps:cNvPr",
            CTNonVisualDrawingProps.type,
            ".//wps:cNvSpPr",
            CTNonVisualDrawingShapeProps.type,
            ".//wps:spPr",
            CTShapeProperties.type,
            ".//w:txbxContent",
            CTTxbxContent.type,
            ".//wps:bodyPr",
            CTTextBodyProperties.type);

    private OfficeParts() {}

    /** The parts by their names, in the file's order. */
    public static Map<String, byte[]> of(byte[] file) {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    /** The part of that name. */
    public static Document xml(byte[] file, String name) {
        return xml(requireNonNull(of(file).get(name), name));
    }

    /** The part of that name, letter by letter. */
    public static String letters(byte[] file, String name) {
        return new String(requireNonNull(of(file).get(name), name), UTF_8);
    }

    public static Document xml(byte[] part) {
        return Jsoup.parse(new String(part, UTF_8), "", Parser.xmlParser());
    }

    /** Paragraph by paragraph, the text of all parts whose names begin so. */
    public static String text(byte[] file, String paragraph, String words, String... beginnings) {
        var text = new StringBuilder();
        for (String beginning : beginnings) {
            of(file).forEach((name, part) -> {
                if (name.startsWith(beginning) && name.endsWith(".xml")) {
                    xml(part).getElementsByTag(paragraph).forEach(one -> {
                        one.getElementsByTag(words).forEach(run -> text.append(run.wholeText()));
                        text.append('\n');
                    });
                }
            });
        }
        return text.toString();
    }

    /** Every part is as its schema (ECMA-376) says, so that no program has to repair the file. */
    public static void assertValid(byte[] file) {
        of(file).forEach((name, part) -> {
            if (name.endsWith(".xml") && (name.startsWith("ppt/") || name.startsWith("word/"))) {
                try {
                    XmlObject typed = typed(name, chosen(part));
                    for (XmlObject picture : typed.selectPath(PICTURES)) {
                        assertGroupsValid(name, picture);
                        assertValid(
                                name, InlineDocument.Factory.parse(picture.xmlText(new XmlOptions().setSaveOuter())));
                    }
                    assertValid(name, typed);
                } catch (XmlException | IOException e) {
                    throw new AssertionError(name + " is no part of an Office file: " + e.getMessage(), e);
                }
            }
        });
    }

    /** What a program reads that knows what a choice requires (ECMA-376 part 3, 9.3). */
    private static byte[] chosen(byte[] part) {
        return new String(part, UTF_8)
                .replaceAll("</?mc:(AlternateContent|Choice)[^>]*>", "")
                .getBytes(UTF_8);
    }

    /**
     * Groups of shapes in Word have no schema in ECMA-376 and none at hand, so that only what they consist of is checked:
     * places, forms, paints, and texts. They are taken out, since the schema of what is around them does not know them.
     */
    private static void assertGroupsValid(String name, XmlObject picture) throws XmlException {
        for (Map.Entry<String, SchemaType> part : PARTS_OF_GROUPS.entrySet()) {
            for (XmlObject piece : picture.selectPath(GROUPS + part.getKey())) {
                assertValid(name, XmlBeans.getContextTypeLoader().parse(piece.xmlText(), part.getValue(), null));
            }
        }
        for (XmlObject group : picture.selectPath(GROUPS + ".//wpg:wgp")) {
            try (XmlCursor cursor = group.newCursor()) {
                cursor.removeXml();
            }
        }
    }

    private static void assertValid(String name, XmlObject typed) {
        var problems = new ArrayList<XmlError>();
        typed.validate(new XmlOptions().setErrorListener(problems));
        assertThat(problems).as(name).isEmpty();
    }

    private static XmlObject typed(String name, byte[] part) throws XmlException, IOException {
        var in = new ByteArrayInputStream(part);
        List<String> path = List.of(name.split("/"));
        return switch (path.get(1)) {
            case "drawings" -> UserShapesDocument.Factory.parse(in);
            case "charts" -> ChartSpaceDocument.Factory.parse(in);
            case "theme" -> ThemeDocument.Factory.parse(in);
            case "presentation.xml" -> PresentationDocument.Factory.parse(in);
            case "slides" -> SldDocument.Factory.parse(in);
            case "slideLayouts" -> SldLayoutDocument.Factory.parse(in);
            case "slideMasters" -> SldMasterDocument.Factory.parse(in);
            case "notesSlides" -> NotesDocument.Factory.parse(in);
            case "notesMasters" -> NotesMasterDocument.Factory.parse(in);
            case "document.xml" -> DocumentDocument.Factory.parse(in);
            case "styles.xml" -> StylesDocument.Factory.parse(in);
            case "fontTable.xml" -> FontsDocument.Factory.parse(in);
            case "numbering.xml" -> NumberingDocument.Factory.parse(in);
            case "settings.xml" -> SettingsDocument.Factory.parse(in);
            case "header.xml" -> HdrDocument.Factory.parse(in);
            case "footer.xml" -> FtrDocument.Factory.parse(in);
            default -> throw new IllegalStateException("No schema is known for " + name);
        };
    }
}
