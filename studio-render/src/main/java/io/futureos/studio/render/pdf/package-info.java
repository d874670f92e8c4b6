/**
 * The report as PDF, with its own fonts.
 *
 * <p>Start reading at {@link io.futureos.studio.render.pdf.PdfReportExporter}. Builds on {@code page} and {@code svg};
 * openhtmltopdf is told here what it must not do.
 */
@NullMarked
package io.futureos.studio.render.pdf;

import org.jspecify.annotations.NullMarked;
