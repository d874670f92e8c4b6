/**
 * Draws charts as SVG, for HTML and PDF alike, and for Office where it has no such charts.
 *
 * <p>Start reading at {@link io.futureos.studio.render.svg.ChartSvg}. Colours are written as attributes for a light
 * background and named by class, so that a style sheet may replace them. Builds on {@code chart} and {@code look}.
 */
@NullMarked
package io.futureos.studio.render.svg;

import org.jspecify.annotations.NullMarked;
