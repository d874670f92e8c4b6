package io.futureos.studio.render.office;

/**
 * The room that a chart has on its page.
 *
 * @param width in points, as {@code height}
 * @param fontSize of its text, in points
 */
public record Frame(double width, double height, int fontSize) {}
