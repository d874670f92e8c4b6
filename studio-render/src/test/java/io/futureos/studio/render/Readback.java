package io.futureos.studio.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.ExportFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads files with parsers that had no part in writing them: PDFBox, the HTML parser of browsers' validator, StAX. */
public final class Readback {

    private static final Set<String> RUNS_OR_LOADS = Set.of(
            "script",
            "iframe",
            "frame",
            "object",
            "embed",
            "video",
            "audio",
            "link",
            "base",
            "form",
            "input",
            "button",
            "math",
            "foreignobject",
            "image",
            "use",
            "animate",
            "set",
            "noscript",
            "template",
            "portal");

    private Readback() {}

    /** What can be read, spaces and line breaks alike as one space. */
    public static String text(ExportFormat format, byte[] file) {
        return switch (format) {
            case HTML -> Exports.flat(parsed(file).text.toString());
            case PDF -> Exports.pdfText(file);
            case PPTX, DOCX -> Exports.flat(officeText(file));
        };
    }

    /** Nothing runs or loads, and links lead to https or into the file. */
    static void assertHarmless(ExportFormat format, byte[] file) {
        switch (format) {
            case HTML -> assertThat(parsed(file).harm).isEmpty();
            case PDF -> assertPdfIsHarmless(file);
            case PPTX, DOCX -> assertOfficeIsHarmless(file);
        }
    }

    /** What the parser of HTML holds against the file, line by line; empty if nothing. */
    public static List<String> errors(byte[] html) {
        return parsed(html).errors;
    }

    private static Page parsed(byte[] html) {
        var page = new Page();
        var parser = new HtmlParser(XmlViolationPolicy.ALLOW);
        parser.setContentHandler(page);
        parser.setErrorHandler(page);
        try {
            var source = new InputSource(new ByteArrayInputStream(html));
            source.setEncoding("UTF-8");
            parser.parse(source);
        } catch (IOException | SAXException e) {
            throw new AssertionError("The file is no HTML", e);
        }
        return page;
    }

    /** Collects the text of a page, and what could do harm. */
    private static final class Page extends DefaultHandler {

        private final StringBuilder text = new StringBuilder();
        private final List<String> harm = new ArrayList<>();
        private final List<String> errors = new ArrayList<>();
        private boolean isStyle;

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            isStyle = name.equals("style");
            if (RUNS_OR_LOADS.contains(name.toLowerCase(Locale.ROOT))) {
                harm.add("<" + name + ">");
            }
            for (int i = 0; i < attributes.getLength(); i++) {
                String attribute = attributes.getLocalName(i).toLowerCase(Locale.ROOT);
                String value = attributes.getValue(i).strip();
                boolean isLink = attribute.equals("href") && (value.startsWith("https://") || value.startsWith("#"));
                boolean isPicture = attribute.equals("src") && value.startsWith("data:image/") && name.equals("img");
                boolean names = Set.of("href", "src", "action", "data", "background", "poster", "srcset", "formaction")
                        .contains(attribute);
                if (attribute.startsWith("on") || attribute.equals("style") || (names && !isLink && !isPicture)) {
                    harm.add(name + " " + attribute + "=" + value);
                }
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            isStyle = false;
            text.append(' ');
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            String some = new String(characters, start, length);
            if (!isStyle) {
                text.append(some);
            } else if (some.toLowerCase(Locale.ROOT).matches("(?s).*(url\\(|@import|expression\\().*")) {
                harm.add("a style that loads: " + some);
            }
        }

        @Override
        public void error(SAXParseException e) {
            errors.add(e.getLineNumber() + ":" + e.getColumnNumber() + " " + e.getMessage());
        }
    }

    private static void assertPdfIsHarmless(byte[] file) {
        assertThat(new String(file, ISO_8859_1)).doesNotContain("/JavaScript", "/JS ", "/Launch", "/EmbeddedFile");
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(document.getDocumentCatalog().getAcroForm()).isNull();
            for (var page : document.getPages()) {
                for (var annotation : page.getAnnotations()) {
                    assertThat(annotation).isInstanceOf(PDAnnotationLink.class);
                    if (((PDAnnotationLink) annotation).getAction() instanceof PDActionURI action) {
                        assertThat(action.getURI()).startsWith("https://");
                    }
                }
            }
        } catch (IOException e) {
            throw new AssertionError("The file is no PDF", e);
        }
    }

    private static void assertOfficeIsHarmless(byte[] file) {
        forEachPart(file, (name, content) -> {
            assertThat(name).doesNotContainIgnoringCase("vbaProject", "activeX", "oleObject");
            if (name.endsWith(".rels")) {
                assertThat(new String(content, UTF_8))
                        .doesNotContainPattern("(?i)Target=\"\\s*(?!https:)[a-z]{2,}:")
                        .doesNotContainPattern("(?i)Type=\"[^\"]*/(attachedTemplate|frame|oleObject|control)\"");
            }
        });
    }

    private static String officeText(byte[] file) {
        var text = new StringBuilder();
        forEachPart(file, (name, content) -> {
            if (name.endsWith(".xml")) {
                appendText(content, text);
            }
        });
        return text.toString();
    }

    private static void appendText(byte[] xml, StringBuilder text) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.CHARACTERS) {
                    text.append(reader.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && reader.getLocalName().equals("p")) {
                    text.append(' ');
                }
            }
        } catch (XMLStreamException e) {
            throw new AssertionError("A part is no XML", e);
        }
    }

    private interface Part {
        void read(String name, byte[] content);
    }

    private static void forEachPart(byte[] file, Part reader) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                reader.read(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new AssertionError("The file is no zip", e);
        }
    }
}
