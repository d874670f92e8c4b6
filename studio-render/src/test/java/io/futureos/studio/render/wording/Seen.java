package io.futureos.studio.render.wording;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.render.Exports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * All texts of a file that somebody gets to see or hear: what stands on its pages, what describes its pictures, and in Office
 * also notes, empty places and the sheets behind charts. Without what only programs read: formulas, formats, exact numbers.
 */
final class Seen {

    private static final Set<String> DESCRIBING = Set.of("alt", "aria-label", "descr", "title");
    private static final Set<String> FOR_PROGRAMS = Set.of(
            "style",
            "w:instrtext",
            "c:f",
            "f",
            "c:formatcode",
            "v",
            "cdr:x",
            "cdr:y",
            "dcterms:created",
            "dcterms:modified",
            "dc:language");

    private final List<String> texts = new ArrayList<>();

    private Seen() {}

    static List<String> in(ExportFormat format, byte[] file) {
        var seen = new Seen();
        switch (format) {
            case HTML -> seen.read(Jsoup.parse(new String(file, UTF_8)));
            case PDF -> seen.texts.addAll(List.of(Exports.pdfText(file)));
            case PPTX, DOCX -> seen.unpack(new ByteArrayInputStream(file));
        }
        return seen.texts;
    }

    private void unpack(InputStream packed) {
        try {
            var zip = new ZipInputStream(packed);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".xlsx")) {
                    unpack(new ByteArrayInputStream(zip.readAllBytes()));
                } else if (entry.getName().endsWith(".xml") && !entry.getName().startsWith("customXml/")) {
                    read(Jsoup.parse(new String(zip.readAllBytes(), UTF_8), Parser.xmlParser()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file is no zip", e);
        }
    }

    private void read(Document document) {
        document.traverse((node, depth) -> {
            if (node instanceof Element element) {
                element.attributes().forEach(attribute -> {
                    boolean namesSheet =
                            element.nameIs("sheet") && attribute.getKey().equals("name");
                    if (namesSheet || DESCRIBING.contains(attribute.getKey())) {
                        texts.add(attribute.getValue());
                    }
                });
            } else if (node instanceof TextNode text
                    && node.parent() instanceof Element parent
                    && !isForPrograms(parent)) {
                texts.add(text.getWholeText());
            }
        });
    }

    private static boolean isForPrograms(Element element) {
        return FOR_PROGRAMS.contains(element.normalName())
                || (element.nameIs("c:v") && element.closest("c|numCache") != null);
    }
}
