package io.futureos.studio.render.page;

import io.futureos.studio.render.chart.DataTable;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Writes tables, and aligns columns of numbers to the right. */
public final class Tables {

    private static final Pattern NUMBER =
            Pattern.compile("[-+\u2212]?[\\d.,\u2019\u00a0\u202f ]*\\d[\\d.,]*[\u00a0\u202f ]?%?|[–—-]?");

    private static final int SHORT_TEXT = 12;
    private static final int SHORT_WORD = 16;
    private static final int MANY_COLUMNS = 9;

    /** More columns than many find room on paper if what is in them is as short as a month or a percentage. */
    private static final int MOST_COLUMNS = 12;

    private static final int SHORTEST_TEXT = 7;
    private static final int FEW_ROWS = 14;

    /** Nobody reads a table of more columns, and each takes a look at every row. */
    private static final int MOST_ALIGNED = 100;

    private Tables() {}

    /** Appends {@code table} to {@code parent}, with at most {@code maxRows} rows. */
    public static Element append(Element parent, DataTable table, int maxRows) {
        Element element = parent.appendElement("table");
        Element header = element.appendElement("thead").appendElement("tr");
        for (String column : table.columns()) {
            if (column.isBlank()) {
                header.appendElement("td"); // a head that says nothing is read out as one
            } else {
                header.appendElement("th").attr("scope", "col").text(column);
            }
        }
        Element body = element.appendElement("tbody");
        for (List<String> row :
                table.rows().subList(0, Math.min(maxRows, table.rows().size()))) {
            Element line = body.appendElement("tr");
            for (int i = 0; i < row.size(); i++) {
                Element cell = line.appendElement(i == 0 ? "th" : "td").text(row.get(i));
                if (i == 0) {
                    cell.attr("scope", "row");
                }
            }
        }
        mark(element);
        return element;
    }

    /**
     * Marks what the layout must know: {@code n} on columns of numbers, {@code k} on cells too short to be broken,
     * {@code w} on cells with no long word, {@code whole} on tables that belong on one page.
     */
    static void mark(Element table) {
        List<Element> rows = table.select("tr");
        if (rows.size() <= FEW_ROWS) {
            table.addClass("whole");
        }
        int columns = columns(rows);
        if (columns <= MANY_COLUMNS) {
            table.select("th, td").forEach(Tables::markShort);
        } else if (columns <= MOST_COLUMNS) {
            table.select("th, td").stream()
                    .filter(cell -> cell.text().length() <= SHORTEST_TEXT)
                    .forEach(cell -> cell.addClass("k"));
        }
        alignNumbers(table, rows, columns);
    }

    private static void markShort(Element cell) {
        String text = cell.text();
        if (text.length() <= SHORT_TEXT) {
            cell.addClass("k");
        } else if (Pattern.compile(" ").splitAsStream(text).allMatch(word -> word.length() <= SHORT_WORD)) {
            cell.addClass("w");
        }
    }

    private static int columns(List<Element> rows) {
        return rows.stream()
                .mapToInt(row -> Children.elements(row).size())
                .max()
                .orElse(0);
    }

    private static void alignNumbers(Element table, List<Element> rows, int columns) {
        if (columns > MOST_ALIGNED || !table.select("[colspan],[rowspan]").isEmpty()) {
            return;
        }
        var areNumbers = new boolean[columns];
        Arrays.fill(areNumbers, true);
        for (Element row : table.select("tbody tr")) {
            int column = 0;
            for (Element cell : Children.elements(row)) {
                areNumbers[column] &=
                        cell.nameIs("td") && NUMBER.matcher(cell.text()).matches();
                column++;
            }
        }
        for (Element row : rows) {
            int column = 0;
            for (Element cell : Children.elements(row)) {
                if (areNumbers[column]) {
                    cell.addClass("n");
                }
                column++;
            }
        }
    }
}
