package io.futureos.studio.render.word;

import io.futureos.studio.render.svg.TextWidth;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** The cells of an HTML table at their columns, and how wide those should be. */
final class Grid {

    /** Word opens no table with more. */
    static final int MOST_COLUMNS = 63;

    /** Left and right of the text in a cell, in points. */
    static final double PADDING = 2 * 4.5;

    private static final double WIDEST_WORD = 110;
    private static final double WIDEST_TEXT = 400;

    private final List<Row> rows = new ArrayList<>();
    private int columns;
    private boolean hasSpans;

    /** A row of the table, from left to right without gaps. */
    record Row(Element element, boolean header, boolean footer, List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param element what is in it; empty cells that fill a row up have their row's
     * @param down whether a cell above reaches into this one
     * @param reaches whether it goes on below
     */
    record Cell(Element element, boolean filled, int span, boolean down, boolean reaches) {}

    Grid(Element table) {
        var reaching = new int[MOST_COLUMNS];
        var reachingSpan = new int[MOST_COLUMNS];
        for (Element group : table.children()) {
            for (Element row : group.children()) {
                if (row.nameIs("tr")) {
                    add(row, group, reaching, reachingSpan);
                }
            }
        }
        fillUp();
    }

    private void add(Element tr, Element group, int[] reaching, int[] reachingSpan) {
        var cells = new ArrayList<Cell>();
        int column = 0;
        List<Element> elements = tr.children();
        int next = 0;
        while (column < MOST_COLUMNS && (next < elements.size() || reaching[column] > 0)) {
            if (reaching[column] > 0) {
                int span = reachingSpan[column];
                reaching[column]--;
                cells.add(new Cell(tr, false, span, true, reaching[column] > 0));
                column += span;
                continue;
            }
            Element element = elements.get(next++);
            int span = free(reaching, column, Math.min(number(element, "colspan"), MOST_COLUMNS - column));
            int down = number(element, "rowspan") - 1;
            hasSpans |= span > 1 || down > 0;
            reaching[column] = down;
            reachingSpan[column] = span;
            cells.add(new Cell(element, true, span, false, down > 0));
            column += span;
        }
        columns = Math.max(columns, column);
        boolean allHeads = !elements.isEmpty() && elements.stream().allMatch(cell -> cell.nameIs("th"));
        boolean header = group.nameIs("thead") || (rows.isEmpty() && allHeads && elements.size() > 1);
        rows.add(new Row(tr, header, group.nameIs("tfoot"), cells));
    }

    private static int free(int[] reaching, int column, int span) {
        int free = 1;
        while (free < span && reaching[column + free] == 0) {
            free++;
        }
        return free;
    }

    private static int number(Element cell, String attribute) {
        String text = cell.attr(attribute);
        return text.isEmpty() ? 1 : Math.max(1, Integer.parseInt(text));
    }

    private void fillUp() {
        for (Row row : rows) {
            int width = row.cells().stream().mapToInt(Cell::span).sum();
            for (; width < columns; width++) {
                row.cells().add(new Cell(row.element(), false, 1, false, false));
            }
        }
    }

    List<Row> rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    boolean hasSpans() {
        return hasSpans;
    }

    /** The columns' widths in points; they fill {@code available} unless they are wider even when every word is broken. */
    double[] widths(double available) {
        var least = new double[columns];
        var best = new double[columns];
        for (Row row : rows) {
            int column = 0;
            for (Cell cell : row.cells()) {
                if (cell.filled() && cell.span() == 1) {
                    measure(cell.element(), column, least, best);
                }
                column += cell.span();
            }
        }
        return shared(least, best, available);
    }

    private static void measure(Element cell, int column, double[] least, double[] best) {
        String text = cell.text();
        double size = Style.TABLE_TEXT.size() * (cell.nameIs("th") ? 1.07 : 1);
        double whole = Math.min(WIDEST_TEXT, TextWidth.of(shortened(text), size)) + PADDING;
        boolean unbroken = cell.hasClass("n") || cell.hasClass("k");
        double word = unbroken ? whole : Math.min(WIDEST_WORD, widestWord(shortened(text), size)) + PADDING;
        least[column] = Math.max(least[column], word);
        best[column] = Math.max(best[column], Math.max(word, whole));
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) : text;
    }

    private static double widestWord(String text, double size) {
        double widest = 0;
        int from = 0;
        while (from < text.length()) {
            int space = text.indexOf(' ', from);
            int end = space < 0 ? text.length() : space;
            if (end > from) {
                widest = Math.max(widest, TextWidth.of(text.substring(from, end), size));
            }
            from = end + 1;
        }
        return widest;
    }

    private static double[] shared(double[] least, double[] best, double available) {
        double sumLeast = sum(least);
        double sumBest = sum(best);
        var widths = new double[least.length];
        for (int i = 0; i < widths.length; i++) {
            if (sumBest <= available) {
                widths[i] = sumBest == 0 ? available / widths.length : best[i] * available / sumBest;
            } else if (sumLeast <= available) {
                widths[i] = least[i] + (available - sumLeast) * (best[i] - least[i]) / (sumBest - sumLeast);
            } else {
                widths[i] = least[i] * available / sumLeast;
            }
        }
        return widths;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** How many columns from {@code first} on fit beside the one that names the rows. */
    int fitting(int first, double[] least, double available) {
        int count = 0;
        double used = least[0];
        while (first + count < columns && (count == 0 || used + least[first + count] <= available)) {
            used += least[first + count];
            count++;
        }
        return count;
    }
}
