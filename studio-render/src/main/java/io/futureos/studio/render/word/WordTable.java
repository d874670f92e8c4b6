package io.futureos.studio.render.word;

import io.futureos.studio.render.office.Xml;
import io.futureos.studio.render.page.Blocks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A table, laid out on a grid: every row has every column, whatever was left out or spans several. */
final class WordTable {

    private static final int MAX_ROWS = 1_000;
    private static final int MAX_COLUMNS = 63;

    /** Of a column, in characters: one long text must not leave nothing for the others. */
    private static final int WIDEST = 40;

    private static final int NARROWEST = 4;

    private final List<Row> rows = new ArrayList<>();
    private final int[] widths;
    private final int left;
    private final boolean isWhole;

    private record Row(boolean isHead, List<Cell> cells) {}

    /** @param element null where a cell of a row above reaches down to here, or there is none */
    private record Cell(@Nullable Element element, int span, boolean isBegun, boolean isContinued) {}

    WordTable(Element table, int width) {
        List<Element> lines = Blocks.rows(table);
        this.isWhole = table.hasClass("whole");
        this.left = Math.max(0, lines.size() - MAX_ROWS);
        int[] reaching = new int[MAX_COLUMNS];
        for (Element line : lines.subList(0, lines.size() - left)) {
            rows.add(row(line, reaching));
        }
        int columns = rows.stream().mapToInt(WordTable::columns).max().orElse(1);
        rows.replaceAll(row -> filled(row, columns));
        this.widths = widths(columns, width);
    }

    private static Row row(Element line, int[] reaching) {
        var cells = new ArrayList<Cell>();
        int column = 0;
        for (Element cell : line.children()) {
            column = passReaching(cells, reaching, column);
            if (column >= MAX_COLUMNS) {
                break;
            }
            int span = Math.min(MAX_COLUMNS - column, span(cell, "colspan"));
            int down = span(cell, "rowspan");
            for (int c = column; c < column + span; c++) {
                reaching[c] = down - 1;
            }
            cells.add(new Cell(cell, span, down > 1, false));
            column += span;
        }
        while (column < MAX_COLUMNS && reaching[column] > 0) {
            column = passReaching(cells, reaching, column);
        }
        boolean isHead = line.parent() != null && line.parent().nameIs("thead");
        return new Row(isHead, cells);
    }

    private static int passReaching(List<Cell> cells, int[] reaching, int from) {
        int column = from;
        while (column < MAX_COLUMNS && reaching[column] > 0) {
            reaching[column]--;
            cells.add(new Cell(null, 1, false, true));
            column++;
        }
        return column;
    }

    private static int span(Element cell, String attribute) {
        return cell.hasAttr(attribute) ? Math.max(1, Integer.parseInt(cell.attr(attribute))) : 1;
    }

    private static int columns(Row row) {
        return row.cells().stream().mapToInt(Cell::span).sum();
    }

    private static Row filled(Row row, int columns) {
        var cells = new ArrayList<Cell>(row.cells());
        for (int column = columns(row); column < columns; column++) {
            cells.add(new Cell(null, 1, false, false));
        }
        return new Row(row.isHead(), cells);
    }

    /** By the longest text of each column, within limits. */
    private int[] widths(int columns, int width) {
        double[] longest = new double[columns];
        Arrays.fill(longest, NARROWEST);
        for (Row row : rows) {
            int column = 0;
            for (Cell cell : row.cells()) {
                if (cell.element() != null && cell.span() == 1) {
                    int length = Math.min(WIDEST, cell.element().text().length());
                    longest[column] = Math.max(longest[column], length + 2);
                }
                column += cell.span();
            }
        }
        double all = Arrays.stream(longest).sum();
        return Arrays.stream(longest)
                .mapToInt(length -> (int) (length / all * width))
                .toArray();
    }

    void write(Xml xml, Runs runs) {
        xml.open("w:tbl").open("w:tblPr").empty("w:tblStyle", "w:val", "Figures");
        xml.empty("w:tblW", "w:w", Arrays.stream(widths).sum(), "w:type", "dxa");
        xml.empty("w:tblLayout", "w:type", "fixed");
        xml.empty("w:tblLook", "w:val", "0420", "w:firstRow", 1, "w:noVBand", 1).close("w:tblPr");
        xml.open("w:tblGrid");
        for (int width : widths) {
            xml.empty("w:gridCol", "w:w", width);
        }
        xml.close("w:tblGrid");
        for (int i = 0; i < rows.size(); i++) {
            write(rows.get(i), isWhole && i < rows.size() - 1, xml, runs);
        }
        xml.close("w:tbl");
        xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", "Note").close("w:pPr");
        if (left > 0) {
            String note = "The first " + MAX_ROWS + " of " + (MAX_ROWS + left) + " rows; the HTML report has all.";
            xml.open("w:r").text("w:t", note).close("w:r");
        }
        xml.close("w:p");
    }

    private void write(Row row, boolean isWithNext, Xml xml, Runs runs) {
        xml.open("w:tr").open("w:trPr").empty("w:cantSplit");
        if (row.isHead()) {
            xml.empty("w:tblHeader");
        }
        xml.close("w:trPr");
        int column = 0;
        for (Cell cell : row.cells()) {
            int width = Arrays.stream(widths, column, column + cell.span()).sum();
            xml.open("w:tc").open("w:tcPr").empty("w:tcW", "w:w", width, "w:type", "dxa");
            if (cell.span() > 1) {
                xml.empty("w:gridSpan", "w:val", cell.span());
            }
            if (cell.isBegun()) {
                xml.empty("w:vMerge", "w:val", "restart");
            } else if (cell.isContinued()) {
                xml.empty("w:vMerge");
            }
            xml.close("w:tcPr").open("w:p").open("w:pPr");
            Element element = cell.element();
            boolean isHead = row.isHead() || (element != null && element.nameIs("th"));
            xml.empty("w:pStyle", "w:val", isHead ? "TableHeading" : "TableText");
            if (isWithNext) {
                xml.empty("w:keepNext");
            }
            if (element != null && element.hasClass("n")) {
                xml.empty("w:jc", "w:val", "right");
            }
            xml.close("w:pPr");
            if (element != null) {
                runs.write(element.childNodes());
            }
            xml.close("w:p").close("w:tc");
            column += cell.span();
        }
        xml.close("w:tr");
    }
}
