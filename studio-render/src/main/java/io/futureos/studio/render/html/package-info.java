/**
 * The report as one HTML file that needs nothing but itself.
 *
 * <p>Start reading at {@link io.futureos.studio.render.html.HtmlReportExporter}. Builds on {@code page} and {@code svg}.
 */
@NullMarked
package io.futureos.studio.render.html;

import org.jspecify.annotations.NullMarked;
