/**
 * The report as a Word document, with styles, fields and charts that can be edited.
 *
 * <p>Start reading at {@link io.futureos.studio.render.word.DocxReportExporter}. The document's text is written as a stream
 * of XML, since POI's model of it takes a gigabyte for the largest table that must still come out; the tests read it back
 * with POI. Builds on {@code page}, {@code chart}, {@code look} and {@code office}.
 */
@NullMarked
package io.futureos.studio.render.word;

import org.jspecify.annotations.NullMarked;
