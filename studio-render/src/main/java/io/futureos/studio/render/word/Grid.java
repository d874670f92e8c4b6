package io.futureos.studio.render.word;

import io.futureos.studio.render.page.Children;
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
    private static final int SHORT_ROW = 1_500;

    /** How much narrower than its words a table may be before it is taken apart. */
    private static final double BEARABLE = 1.15;

    private final List<Row> rows = new ArrayList<>();
    private final boolean spanning;
    private int columns;
    private boolean hasSpans;
    private double[] least = new double[MOST_COLUMNS + 1];
    private double[] best = new double[MOST_COLUMNS + 1];
    private int[] reaching = new int[MOST_COLUMNS + 1];
    private int[] reachingSpan = new int[MOST_COLUMNS + 1];

    /** A row of the table, from left to right; it may end before the last column. */
    record Row(Element element, boolean header, boolean footer, boolean isShort, List<Cell> cells) {}

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

    private Grid(List<Row> rows, double[] least, double[] best) {
        this.spanning = false;
        this.rows.addAll(rows);
        this.least = least;
        this.best = best;
        this.columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    /** The cells of {@code table}; one with too many columns loses its spans, so that it can be taken apart. */
    static Grid of(Element table) {
        var grid = new Grid(table, true);
        return grid.columns > MOST_COLUMNS && grid.hasSpans ? new Grid(table, false) : grid;
    }

    /** This grid if it fits, otherwise its columns in several, each beginning with the first one. */
    List<Grid> fitting(double available) {
        boolean fits = columns <= MOST_COLUMNS && (hasSpans || sum(least) <= available * BEARABLE);
        if (fits || columns < 3) {
            return List.of(this);
        }
        least[0] = Math.min(best[0], WIDEST_WORD);
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
                some.add(new Row(row.element(), row.header(), row.footer(), row.isShort(), kept));
            }
        }
        return new Grid(some, part(least, from, to), part(best, from, to));
    }

    private static double[] part(double[] widths, int from, int to) {
        var part = new double[to - from + 1];
        part[0] = widths[0];
        System.arraycopy(widths, from, part, 1, to - from);
        return part;
    }

    private void add(Element tr, Element group) {
        var cells = new ArrayList<Cell>();
        int column = 0;
        List<Element> elements = Children.elements(tr);
        int next = 0;
        int length = 0;
        while (next < elements.size() || (column < reaching.length && reaching[column] > 0)) {
            if (column < reaching.length && reaching[column] > 0) {
                reaching[column]--;
                cells.add(new Cell(tr, false, reachingSpan[column], true, reaching[column] > 0));
            } else {
                Element element = elements.get(next++);
                Cell cell = cell(element, column);
                cells.add(cell);
                length += measure(element, column, cell.span());
            }
            column += cells.get(cells.size() - 1).span();
        }
        columns = Math.max(columns, column);
        boolean header = group.nameIs("thead") || (rows.isEmpty() && elements.size() > 1 && areHeads(elements));
        rows.add(new Row(tr, header, group.nameIs("tfoot"), length <= SHORT_ROW, cells));
    }

    private static boolean areHeads(List<Element> cells) {
        return cells.stream().allMatch(cell -> cell.nameIs("th"));
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
        return shared(available);
    }

    /** Notes how wide the cell makes its column, with its text broken between words or not at all; answers its length. */
    private int measure(Element cell, int column, int span) {
        String whole = cell.text();
        if (span > 1) {
            return whole.length();
        }
        if (column >= least.length) {
            least = Arrays.copyOf(least, 2 * column);
            best = Arrays.copyOf(best, 2 * column);
        }
        String text = shortened(whole);
        double size = Style.TABLE_TEXT.size() * (cell.nameIs("th") ? BOLD : 1);
        double unbroken = Math.min(WIDEST_TEXT, TextWidth.of(text, size));
        boolean staysWhole = cell.hasClass("n") || cell.hasClass("k");
        double broken = staysWhole ? unbroken : Math.min(WIDEST_WORD, widestWord(text, size));
        least[column] = Math.max(least[column], broken + PADDING);
        best[column] = Math.max(best[column], unbroken + PADDING);
        return whole.length();
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

    private double[] shared(double available) {
        double sumLeast = sum(least);
        double sumBest = sum(best);
        var widths = new double[columns];
        for (int i = 0; i < widths.length; i++) {
            if (sumBest <= available) {
                widths[i] = sumBest == 0 ? available / columns : best[i] * available / sumBest;
            } else if (sumLeast <= available) {
                widths[i] = least[i] + (available - sumLeast) * (best[i] - least[i]) / (sumBest - sumLeast);
            } else {
                widths[i] = least[i] * available / sumLeast;
            }
        }
        return widths;
    }

    private double sum(double[] widths) {
        double sum = 0;
        for (int i = 0; i < columns; i++) {
            sum += widths[i];
        }
        return sum;
    }
}
