/**
 * The report as slides of PowerPoint: one idea on each, with its sources in the speaker's notes.
 *
 * <p>Start reading at {@link io.futureos.studio.render.slides.PptxReportExporter}. Walks the document that {@code page} writes
 * for all formats: {@link io.futureos.studio.render.slides.Deck} decides what goes on which slide, the others write it down.
 * Slides stand on a {@link io.futureos.studio.render.slides.Template}: the library's own, or one that a host gives, which is
 * checked by {@link io.futureos.studio.render.slides.TemplateFile} and read by
 * {@link io.futureos.studio.render.slides.TemplateReader}. Builds on {@code page}, {@code office} and {@code look}.
 */
@NullMarked
package io.futureos.studio.render.slides;

import org.jspecify.annotations.NullMarked;
