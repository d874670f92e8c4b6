/**
 * The ensemble aggregator: members forecast, a rolling backtest weighs them, their paths are pooled.
 *
 * <p>Start reading at {@link io.futureos.studio.engines.local.ensemble.LocalEnsembleAggregator}, then at
 * {@code RollingBacktest}. Builds on {@code models}, {@code series} and the engine SPI.
 */
@NullMarked
package io.futureos.studio.engines.local.ensemble;

import org.jspecify.annotations.NullMarked;
