/**
 * Writes reports as files.
 *
 * <p>Start reading at {@link io.futureos.studio.render.ReportExporters}; a report becomes one document without a look in
 * {@code page}, and a file in {@code html} and {@code pdf}. No exporter opens a connection or a file.
 */
@NullMarked
package io.futureos.studio.render;

import org.jspecify.annotations.NullMarked;
