package io.futureos.studio.render.word;

/**
 * Where in the document a block is, which decides its style.
 *
 * @param style of plain paragraphs here
 * @param list how many lists there are around, 0 outside of any
 * @param width of the text, in points
 * @param inCell whether this is the inside of a table
 * @param together whether paragraphs stay on one page with what follows
 */
record Place(Style style, int list, double width, boolean inCell, boolean together) {

    private static final double STEP = 17;

    /** The text's width on A4 with margins of 22 mm, in points. */
    static final double PAGE_WIDTH = 470.6;

    static final Place PAGE = new Place(Style.NORMAL, 0, PAGE_WIDTH, false, false);

    Place with(Style other) {
        return new Place(other, list, width, inCell, together);
    }

    Place kept() {
        return new Place(style, list, width, inCell, true);
    }

    Place inList() {
        return new Place(style, list + 1, Math.max(STEP, width - STEP), inCell, together);
    }

    Place inQuote() {
        return inCell ? this : new Place(list == 0 ? Style.QUOTE : style, list, width, false, together);
    }

    Place inCell(Style other, double cellWidth, boolean keptTogether) {
        return new Place(other, 0, cellWidth, true, keptTogether);
    }
}
