package io.futureos.studio.render.word;

import io.futureos.studio.render.svg.TextWidth;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final double BOLD = 1.07;

    /** How much narrower than its words a table may be before it is taken apart. */
    private static final double BEARABLE = 1.15;

    private final List<Row> rows = new ArrayList<>();
    private final boolean spanning;
    private int columns;
    private boolean hasSpans;
    private int[] reaching = new int[MOST_COLUMNS + 1];
    private int[] reachingSpan = new int[MOST_COLUMNS + 1];

    /** A row of the table, from left to right; it may end before the last column. */
    record Row(Element element, boolean header, boolean footer, List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param element what is in it, or the row's own element if it continues the cell above
     * @param down whether a cell above reaches into this one
     * @param reaches whether it goes on below
     */
    record Cell(Element element, boolean filled, int span, boolean down, boolean reaches) {}

    private Grid(Element table, boolean spanning) {
        this.spanning = spanning;
        for (Element group : table.children()) {
            for (Element row : group.children()) {
                if (row.nameIs("tr")) {
                    add(row, group);
                }
            }
        }
    }

    private Grid(List<Row> rows) {
        this.spanning = false;
        this.rows.addAll(rows);
        this.columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    /** The cells of {@code table}; one with too many columns loses its spans, so that it can be taken apart. */
    static Grid of(Element table) {
        var grid = new Grid(table, true);
        return grid.columns > MOST_COLUMNS && grid.hasSpans ? new Grid(table, false) : grid;
    }

    /** This grid if it fits, otherwise its columns in several, each beginning with the first one. */
    List<Grid> fitting(double available) {
        double[] least = measured(true);
        boolean fits = columns <= MOST_COLUMNS && (hasSpans || sum(least) <= available * BEARABLE);
        if (fits || columns < 3) {
            return List.of(this);
        }
        var parts = new ArrayList<Grid>();
        int from = 1;
        while (from < columns) {
            int to = from + 1;
            double used = least[0] + least[from];
            while (to < columns && to - from < MOST_COLUMNS - 1 && used + least[to] <= available) {
                used += least[to++];
            }
            parts.add(part(from, to));
            from = to;
        }
        return parts;
    }

    private Grid part(int from, int to) {
        var some = new ArrayList<Row>();
        for (Row row : rows) {
            List<Cell> cells = row.cells();
            if (cells.size() > from || (cells.size() == 1 && from == 1)) {
                var kept = new ArrayList<Cell>();
                kept.add(cells.get(0));
                kept.addAll(cells.subList(Math.min(from, cells.size()), Math.min(to, cells.size())));
                some.add(new Row(row.element(), row.header(), row.footer(), kept));
            }
        }
        return new Grid(some);
    }

    private void add(Element tr, Element group) {
        var cells = new ArrayList<Cell>();
        int column = 0;
        List<Element> elements = tr.children();
        int next = 0;
        while (next < elements.size() || (column < reaching.length && reaching[column] > 0)) {
            if (column < reaching.length && reaching[column] > 0) {
                reaching[column]--;
                cells.add(new Cell(tr, false, reachingSpan[column], true, reaching[column] > 0));
            } else {
                cells.add(cell(elements.get(next++), column));
            }
            column += cells.get(cells.size() - 1).span();
        }
        columns = Math.max(columns, column);
        boolean allHeads = !elements.isEmpty() && elements.stream().allMatch(cell -> cell.nameIs("th"));
        boolean header = group.nameIs("thead") || (rows.isEmpty() && allHeads && elements.size() > 1);
        rows.add(new Row(tr, header, group.nameIs("tfoot"), cells));
    }

    private Cell cell(Element element, int column) {
        int span = 1;
        int down = 0;
        if (spanning) {
            int wanted = number(element, "colspan");
            grow(column + wanted);
            while (span < wanted && reaching[column + span] == 0) {
                span++;
            }
            down = number(element, "rowspan") - 1;
            reaching[column] = down;
            reachingSpan[column] = span;
            hasSpans |= span > 1 || down > 0;
        }
        return new Cell(element, true, span, false, down > 0);
    }

    private void grow(int length) {
        if (length > reaching.length) {
            reaching = Arrays.copyOf(reaching, 2 * length);
            reachingSpan = Arrays.copyOf(reachingSpan, 2 * length);
        }
    }

    private static int number(Element cell, String attribute) {
        String text = cell.attr(attribute);
        return text.isEmpty() ? 1 : Math.max(1, Integer.parseInt(text));
    }

    List<Row> rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** The columns' widths in points; together they are {@code available}. */
    double[] widths(double available) {
        return shared(measured(true), measured(false), available);
    }

    /** The width of each column, with its text broken between words or not at all. */
    private double[] measured(boolean broken) {
        var widths = new double[columns];
        for (Row row : rows) {
            int column = 0;
            for (Cell cell : row.cells()) {
                if (cell.filled() && cell.span() == 1) {
                    widths[column] = Math.max(widths[column], width(cell.element(), broken));
                }
                column += cell.span();
            }
        }
        return widths;
    }

    private static double width(Element cell, boolean broken) {
        String text = shortened(cell.text());
        double size = Style.TABLE_TEXT.size() * (cell.nameIs("th") ? BOLD : 1);
        boolean isUnbroken = !broken || cell.hasClass("n") || cell.hasClass("k");
        return PADDING
                + (isUnbroken
                        ? Math.min(WIDEST_TEXT, TextWidth.of(text, size))
                        : Math.min(WIDEST_WORD, widestWord(text, size)));
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
}
