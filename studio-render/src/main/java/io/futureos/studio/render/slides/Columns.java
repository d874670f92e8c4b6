package io.futureos.studio.render.slides;

import io.futureos.studio.render.slides.Slide.Table;
import io.futureos.studio.render.svg.TextWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** How wide the columns of a table are: as wide as their text, or as its longest words where there is too little room. */
final class Columns {

    /** Rows looked at; those after them are like them. */
    private static final int SEEN = 200;

    private static final double WIDEST = 330;
    private static final double BOLD = 1.08;

    /** Narrow tables are stretched by that, and to that share of the room. */
    private static final double AIR = 1.35;

    private static final double LEAST = 0.45;

    private Columns() {}

    /** The share of {@code width} that each of the first {@code count} columns has; together 1 or less. */
    static List<Double> shares(List<Element> head, List<Element> rows, int count, double width) {
        double[] whole = new double[count];
        double[] least = new double[count];
        Stream.concat(head.stream(), rows.stream().limit(SEEN)).forEach(row -> {
            for (int c = 0; c < Math.min(count, row.childrenSize()); c++) {
                measure(row.child(c), c, whole, least);
            }
        });
        double all = Arrays.stream(whole).sum();
        double room = Math.min(width, Math.max(width * LEAST, all * AIR));
        var shares = new ArrayList<Double>();
        for (int c = 0; c < count; c++) {
            shares.add(share(c, whole, least, room) / width);
        }
        return shares;
    }

    private static void measure(Element cell, int column, double[] whole, double[] least) {
        if (cell.hasAttr("colspan")) {
            return;
        }
        double size = Table.SIZE * (cell.nameIs("th") ? BOLD : 1) * 1.03;
        String text = cell.text();
        String seen = text.substring(0, Math.min(text.length(), 400));
        whole[column] = Math.max(whole[column], Math.min(WIDEST, TextWidth.of(seen, size)) + Table.PADDING);
        for (String word : seen.split(" ", 60)) {
            least[column] = Math.max(least[column], Math.min(WIDEST / 2, TextWidth.of(word, size)) + Table.PADDING);
        }
    }

    private static double share(int column, double[] whole, double[] least, double room) {
        double all = Arrays.stream(whole).sum();
        double needed = Arrays.stream(least).sum();
        if (all <= 0) {
            return room / whole.length;
        }
        if (all <= room) {
            return whole[column] * room / all;
        }
        if (needed >= room) {
            return least[column] * room / needed;
        }
        return least[column] + (whole[column] - least[column]) * (room - needed) / (all - needed);
    }
}
