/**
 * Charts as they will be drawn: read from open values without ever refusing, and formatted as text.
 *
 * <p>Start reading at {@link io.futureos.studio.render.chart.ChartReader}. Builds on the core's {@code report} only and
 * knows no file format.
 */
@NullMarked
package io.futureos.studio.render.chart;

import org.jspecify.annotations.NullMarked;
