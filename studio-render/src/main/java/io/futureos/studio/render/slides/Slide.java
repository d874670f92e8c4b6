package io.futureos.studio.render.slides;

import io.futureos.studio.render.svg.TextWidth;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What stands on a slide.
 *
 * @param anchors the ids of the headings that the slide stands for, by which others refer to it
 * @param above which part of the report it belongs to; may be empty
 * @param title what it says in a sentence
 * @param blocks from top to bottom
 * @param notes for who speaks, a paragraph each
 */
record Slide(Layout layout, List<String> anchors, String above, String title, List<Block> blocks, List<String> notes) {

    /** How a slide is laid out. */
    enum Layout {
        TITLE,
        CONTENT,
        /** Text on the left, and a chart on the right. */
        BESIDE
    }

    /** Between two blocks, in points. */
    static final double GAP = 12;

    Slide {
        anchors = List.copyOf(anchors);
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
    }

    /** What the blocks need, one below the other. */
    static double height(List<Block> blocks, double width) {
        return blocks.stream().mapToDouble(block -> block.height(width) + GAP).sum() - GAP;
    }

    /** Something on a slide. */
    sealed interface Block permits Text, Table, Figure {

        /** What it needs in a room of that width, in points. */
        double height(double width);
    }

    /** Paragraphs one below the other, all of them text or all of them remarks. */
    record Text(List<Paragraph> paragraphs) implements Block {

        /** Around remarks, which stand in a box. */
        static final double PADDING = 8;

        Text {
            paragraphs = List.copyOf(paragraphs);
        }

        boolean isRemark() {
            return paragraphs.get(0).kind() == Paragraph.Kind.REMARK;
        }

        @Override
        public double height(double width) {
            double padding = isRemark() ? PADDING : 0;
            double room = width - 2 * padding;
            return paragraphs.stream().mapToDouble(one -> one.height(room)).sum() + 2 * padding;
        }
    }

    /**
     * A paragraph.
     *
     * @param level 0 for text, 1 for the points of a list, 2 for points below these
     * @param number which point of a list that counts; 0 in others
     */
    record Paragraph(Kind kind, int level, int number, List<Node> content) {

        /** What a paragraph is, and how large its text, in points. */
        enum Kind {
            TEXT(16),
            HEADING(16),
            NOTE(12),
            REMARK(13);

            final int size;

            Kind(int size) {
                this.size = size;
            }
        }

        /** Of the size of the text. */
        private static final double LINE = 1.2;

        private static final double BOLD = 1.08;

        /** Above each paragraph. */
        static final double SPACE = 6;

        static final double INDENT = 22.5;

        /** A line ends before a word that does not fit, so it holds a little less than its width. */
        private static final double WASTE = 1.04;

        double height(double width) {
            double words = TextWidth.of(text(), kind.size) * (kind == Kind.HEADING ? BOLD : 1) * WASTE;
            double lines = Math.max(1, Math.ceil(words / Math.max(1, width - level * INDENT)));
            return lines * LINE * kind.size + SPACE;
        }

        String text() {
            var text = new StringBuilder();
            for (Node node : content) {
                text.append(
                        node instanceof TextNode words ? words.text() : node instanceof Element one ? one.text() : "");
            }
            return text.toString();
        }
    }

    /**
     * Some rows of a table, the first of which are its head.
     *
     * @param shares how wide the columns are, as shares of the room
     * @param size of the text, in points
     */
    record Table(List<Element> head, List<Element> rows, List<Double> shares, int size) implements Block {

        /** Of text in tables, in points. */
        static final int SIZE = 12;

        /** Of a cell of one line and of each further one, in the size of the text. */
        private static final double ROW = 1.85;

        private static final double LINE = 1.2;

        /** Left and right of a cell's text together, in points. */
        static final double PADDING = 14;

        private static final int MOST_LINES = 12;

        Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
            shares = List.copyOf(shares);
        }

        int columns() {
            return shares.size();
        }

        /** Of the room's width, which the whole table takes. */
        double share() {
            return shares.stream().mapToDouble(Double::doubleValue).sum();
        }

        Table with(List<Element> some) {
            return new Table(head, some, shares, size);
        }

        @Override
        public double height(double width) {
            return head.stream().mapToDouble(row -> height(row, width)).sum()
                    + rows.stream().mapToDouble(row -> height(row, width)).sum();
        }

        double height(Element row, double width) {
            double most = 1;
            for (int i = 0; i < Math.min(row.childrenSize(), shares.size()); i++) {
                double words = TextWidth.of(row.child(i).text(), size) * 1.06;
                most = Math.max(most, Math.ceil(words / Math.max(1, shares.get(i) * width - PADDING)));
            }
            return (ROW + (Math.min(MOST_LINES, most) - 1) * LINE) * size;
        }
    }

    /** A chart, by the figure that it has in the document. */
    record Figure(Element element) implements Block {

        /** A chart takes whatever room is left. */
        private static final double LEAST = 250;

        @Override
        public double height(double width) {
            return LEAST;
        }
    }
}
