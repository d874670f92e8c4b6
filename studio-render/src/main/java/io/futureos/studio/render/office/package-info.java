/**
 * What PowerPoint and Word have in common: charts that can be edited, with the workbook behind them.
 *
 * <p>Start reading at {@link io.futureos.studio.render.office.NativeChart}. Chart and workbook are written as the XML that
 * they are, since an object model of them takes ten times as long as the rest of a file. Builds on {@code chart} and
 * {@code look}.
 */
@NullMarked
package io.futureos.studio.render.office;

import org.jspecify.annotations.NullMarked;
