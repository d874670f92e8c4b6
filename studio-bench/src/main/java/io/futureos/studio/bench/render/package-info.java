/**
 * What it costs to write a report, in a process that has done so before and in one that has not, beside Chromium and
 * WeasyPrint where they are installed.
 *
 * <p>Start reading at {@link io.futureos.studio.bench.render.RenderFigures}, which starts a process of its own for each figure
 * of a cold start and of memory ({@link io.futureos.studio.bench.render.ExportProcess}). Builds on studio-render.
 */
@NullMarked
package io.futureos.studio.bench.render;

import org.jspecify.annotations.NullMarked;
