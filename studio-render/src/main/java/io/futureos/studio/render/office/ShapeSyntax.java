package io.futureos.studio.render.office;

import java.util.Optional;

/** How the files of one program have a shape. */
@FunctionalInterface
public interface ShapeSyntax {

    /**
     * Writes a shape.
     *
     * @param form writes what DrawingML says of its place, form and paint
     * @param label the text that stands in it, if it is a text
     */
    void write(String name, Runnable form, Optional<Label> label);

    /**
     * A text on one line, from the top of its shape.
     *
     * @param points its size
     * @param colour as {@code 1C2733}
     * @param language as {@code en-GB}
     */
    record Label(String text, double points, boolean isBold, String colour, Alignment alignment, String language) {}

    /** Where in its shape a text stands, as both formats name it. */
    enum Alignment {
        LEFT("l", "left"),
        CENTRE("ctr", "center"),
        RIGHT("r", "right");

        private final String drawing;
        private final String word;

        Alignment(String drawing, String word) {
            this.drawing = drawing;
            this.word = word;
        }

        /** In DrawingML. */
        public String inDrawing() {
            return drawing;
        }

        /** In WordprocessingML. */
        public String inWord() {
            return word;
        }
    }
}
