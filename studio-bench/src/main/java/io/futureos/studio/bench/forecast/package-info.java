/**
 * How good the forecasts of the local engines are: made again from every month of the last three years, beside the
 * textbook's methods, and on series whose truth is known.
 *
 * <p>Start reading at {@link io.futureos.studio.bench.forecast.ForecastBacktest}; {@link
 * io.futureos.studio.bench.forecast.Pipeline} asks the engines as somebody would have at a past month, {@link
 * io.futureos.studio.bench.forecast.Predictive} is scored. Asks the engines through their interfaces, the members of the
 * ensemble apart; builds on studio-core, studio-engines-local and, for pictures, studio-render.
 */
@NullMarked
package io.futureos.studio.bench.forecast;

import org.jspecify.annotations.NullMarked;
