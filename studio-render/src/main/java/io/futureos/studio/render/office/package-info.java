/**
 * What PowerPoint and Word have in common: charts that can be edited, with the workbook behind them.
 *
 * <p>Start reading at {@link io.futureos.studio.render.office.NativeChart}. Chart and workbook are written as the XML that
 * they are, since an object model of them takes ten times as long as the rest of a file. What Office has no type for is a
 * {@link io.futureos.studio.render.office.DrawnChart}. Builds on {@code chart}, {@code look} and {@code svg}.
 */
@NullMarked
package io.futureos.studio.render.office;

import org.jspecify.annotations.NullMarked;
