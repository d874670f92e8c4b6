package io.futureos.studio.render.word;

import io.futureos.studio.render.office.Xml;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Writes an HTML table as one of Word's: in the table style, its head on every page, short rows in one piece. */
final class WordTable {

    private static final double ROW_PADDING = 2 * 2.6;

    private final Element table;
    private final Blocks blocks;
    private final Xml xml;
    private final Place place;
    private final Grid grid;

    WordTable(Element table, Grid grid, Blocks blocks, Place place) {
        this.table = table;
        this.grid = grid;
        this.blocks = blocks;
        this.xml = blocks.paragraphs().xml();
        this.place = place;
    }

    void write() {
        double[] widths = grid.widths(place.width());
        xml.open("w:tbl");
        writeProperties();
        xml.open("w:tblGrid");
        for (double width : widths) {
            xml.empty("w:gridCol", "w:w", twips(width));
        }
        xml.close();
        List<Grid.Row> rows = grid.rows();
        for (int i = 0; i < rows.size(); i++) {
            boolean isLast = i == rows.size() - 1;
            write(rows.get(i), widths, !isLast && table.hasClass("whole"));
        }
        xml.close();
    }

    private void writeProperties() {
        boolean hasHead = grid.rows().get(0).header();
        boolean hasFoot = grid.rows().get(grid.rows().size() - 1).footer();
        xml.open("w:tblPr").empty("w:tblStyle", "w:val", "ReportTable");
        xml.empty("w:tblW", "w:w", twips(place.width()), "w:type", "dxa");
        xml.empty("w:tblLayout", "w:type", "fixed");
        xml.empty(
                "w:tblLook",
                "w:val",
                hasHead ? hasFoot ? "0660" : "0620" : hasFoot ? "0640" : "0600",
                "w:firstRow",
                hasHead ? "1" : "0",
                "w:lastRow",
                hasFoot ? "1" : "0",
                "w:firstColumn",
                "0",
                "w:lastColumn",
                "0",
                "w:noHBand",
                "1",
                "w:noVBand",
                "1");
        caption(table).ifPresent(caption -> xml.empty("w:tblCaption", "w:val", Blocks.shortened(caption.text())));
        xml.close();
    }

    /** The caption, if it says anything; a selector would look at each cell, for each part of a table taken apart. */
    static Optional<Element> caption(Element table) {
        return table.children().stream()
                .filter(child -> child.nameIs("caption") && child.hasText())
                .findFirst();
    }

    private void write(Grid.Row row, double[] widths, boolean together) {
        xml.open("w:tr");
        if (row.isShort() || row.header()) {
            xml.open("w:trPr");
            if (row.isShort()) {
                xml.empty("w:cantSplit");
            }
            if (row.header()) {
                xml.empty("w:tblHeader");
            }
            xml.close();
        }
        double height = 0;
        int column = 0;
        for (Grid.Cell cell : row.cells()) {
            double width = 0;
            for (int i = 0; i < cell.span(); i++) {
                width += widths[column + i];
            }
            height = Math.max(height, write(cell, row, width, together));
            column += cell.span();
        }
        for (; column < widths.length; column++) {
            write(new Grid.Cell(row.element(), false, 1, false, false), row, widths[column], together);
        }
        xml.close();
        blocks.measured(height + ROW_PADDING, (together || row.header()) && !place.inCell());
    }

    private double write(Grid.Cell cell, Grid.Row row, double width, boolean together) {
        xml.open("w:tc").open("w:tcPr").empty("w:tcW", "w:w", twips(width), "w:type", "dxa");
        if (cell.span() > 1) {
            xml.empty("w:gridSpan", "w:val", String.valueOf(cell.span()));
        }
        if (cell.down()) {
            xml.empty("w:vMerge");
        } else if (cell.reaches()) {
            xml.empty("w:vMerge", "w:val", "restart");
        }
        xml.close();
        Place inside = place.inCell(style(cell, row), Math.max(12, width - Grid.PADDING), together);
        blocks.cell(cell.filled() ? Optional.of(cell.element()) : Optional.empty(), inside);
        xml.close();
        return blocks.paragraphs().takeCellHeight();
    }

    private static Style style(Grid.Cell cell, Grid.Row row) {
        boolean isNumber = cell.filled() && cell.element().hasClass("n");
        if (row.header()) {
            return isNumber ? Style.TABLE_NUMBER_HEADING : Style.TABLE_HEADING;
        }
        return isNumber ? Style.TABLE_NUMBER : Style.TABLE_TEXT;
    }

    private static String twips(double points) {
        return String.valueOf(Math.round(points * 20));
    }
}
