/**
 * Monthly figures in memory, and the scales on which they can be modelled.
 *
 * <p>Start reading at {@link io.futureos.studio.engines.local.series.MonthlySeries}; the statistical engines read a
 * package's variables through {@link io.futureos.studio.engines.local.series.SeriesReader}. Builds on {@code data} only.
 */
@NullMarked
package io.futureos.studio.engines.local.series;

import org.jspecify.annotations.NullMarked;
