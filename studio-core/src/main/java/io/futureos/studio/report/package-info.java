/**
 * The report as data, and the SPI that writes it down in a file format.
 *
 * <p>Start reading at {@link io.futureos.studio.report.GeneratedReport}; a host that brings its own format implements
 * {@link io.futureos.studio.report.ReportExporter}. Builds on {@code model} only.
 */
@NullMarked
package io.futureos.studio.report;

import org.jspecify.annotations.NullMarked;
