package io.futureos.studio.render.page;

/**
 * How much a report may hold and still be written in any format within seconds and 512 MB of heap.
 *
 * @param sections that are shown
 * @param elements of HTML in all texts, such as paragraphs, rows, cells and pieces in bold; points of lists and remarks count
 *     too
 * @param charts that are shown
 * @param values in all of these charts: numbers, names, and what else is in their data
 */
record Limits(int sections, int elements, int charts, int values) {

    /** A table of 100,000 rows and four columns is within them. */
    static final Limits STANDARD = new Limits(5_000, 510_000, 500, 210_000);
}
