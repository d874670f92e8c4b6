package io.futureos.studio.render.slides;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What stands on a slide.
 *
 * @param above which part of the report it belongs to; may be empty
 * @param title what it says in a sentence
 * @param blocks from top to bottom
 * @param notes for who speaks, a paragraph each
 */
record Slide(Layout layout, String above, String title, List<Block> blocks, List<String> notes) {

    /** How a slide is laid out; the names are those of the layouts in the file. */
    enum Layout {
        TITLE,
        CONTENT
    }

    Slide {
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
    }

    /** Something on a slide, with the height that it needs about, in points. */
    sealed interface Block permits Text, Table, Figure {
        double height();
    }

    /** Paragraphs one below the other. */
    record Text(List<Paragraph> paragraphs) implements Block {

        Text {
            paragraphs = List.copyOf(paragraphs);
        }

        @Override
        public double height() {
            return paragraphs.stream().mapToDouble(Paragraph::height).sum();
        }
    }

    /**
     * A paragraph.
     *
     * @param level 0 for text, 1 for the points of a list, 2 for points below these
     * @param number which point of a list that counts; 0 in others
     */
    record Paragraph(Kind kind, int level, int number, List<Node> content) {

        /** What a paragraph is. */
        enum Kind {
            TEXT,
            LEAD,
            HEADING,
            NOTE,
            REMARK
        }

        private static final double LINE = 21;
        static final double AFTER = 7;
        private static final int CHARACTERS = 104;

        double height() {
            int length = text().length();
            int width = kind == Kind.LEAD ? CHARACTERS * 3 / 4 : CHARACTERS - 4 * level;
            double line = kind == Kind.LEAD ? LINE * 4 / 3 : LINE;
            return (1 + length / width) * line + AFTER;
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

    /** Some rows of a table, the first of which are its head. */
    record Table(List<Element> head, List<Element> rows, int columns) implements Block {

        private static final double ROW = 24;
        private static final double LINE = 14;
        private static final int CHARACTERS = 150;

        Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }

        @Override
        public double height() {
            return head.stream().mapToDouble(this::height).sum()
                    + rows.stream().mapToDouble(this::height).sum();
        }

        double height(Element row) {
            int most = row.children().stream()
                    .mapToInt(cell -> cell.text().length() * columns / CHARACTERS)
                    .max()
                    .orElse(0);
            return ROW + Math.min(4, most) * LINE;
        }
    }

    /** A chart, by the figure that it has in the document. */
    record Figure(Element element) implements Block {

        /** A chart takes whatever room is left. */
        private static final double LEAST = 250;

        @Override
        public double height() {
            return LEAST;
        }
    }
}
