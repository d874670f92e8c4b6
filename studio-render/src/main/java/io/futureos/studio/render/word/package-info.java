/**
 * The report as a document of Word: real headings, captions, fields and native charts.
 *
 * <p>Start reading at {@link io.futureos.studio.render.word.DocxReportExporter}. Walks the document that {@code page} writes
 * for all formats, so it decides how things look and never what is said. Builds on {@code page}, {@code office} and
 * {@code look}.
 */
@NullMarked
package io.futureos.studio.render.word;

import org.jspecify.annotations.NullMarked;
