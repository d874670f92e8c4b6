package io.futureos.studio.render.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** A Word file as POI reads it, with its paragraphs in the order of the page, those in tables included. */
final class WordReader {

    private final XWPFDocument document;
    private final List<XWPFParagraph> paragraphs = new ArrayList<>();
    private final List<String> contents = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private WordReader(XWPFDocument document) {
        this.document = document;
        read(document);
    }

    static WordReader of(byte[] file) {
        try {
            return new WordReader(new XWPFDocument(new ByteArrayInputStream(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(IBody body) {
        for (IBodyElement element : body.getBodyElements()) {
            if (element instanceof XWPFParagraph paragraph) {
                paragraphs.add(paragraph);
                text.append(paragraph.getText()).append('\n');
            } else if (element instanceof XWPFSDT block) {
                contents.addAll(block.getContent().getText().lines().toList());
                text.append(block.getContent().getText()).append('\n');
            } else if (element instanceof XWPFTable table) {
                for (XWPFTableRow row : table.getRows()) {
                    for (XWPFTableCell cell : row.getTableCells()) {
                        read(cell);
                    }
                }
            }
        }
    }

    XWPFDocument document() {
        return document;
    }

    List<XWPFParagraph> paragraphs() {
        return paragraphs;
    }

    /** The lines of the table of contents. */
    List<String> contents() {
        return contents;
    }

    String text() {
        return text.toString();
    }

    /** The texts of all paragraphs in this style. */
    List<String> inStyle(String style) {
        return paragraphs.stream()
                .filter(paragraph -> style.equals(paragraph.getStyle()))
                .map(XWPFParagraph::getText)
                .toList();
    }
}
