/**
 * Compares scenarios by the replicates that their runs stored, and finds the smallest change that turns a conclusion.
 *
 * <p>Start reading at {@link io.futureos.studio.engines.local.compare.Comparer}; {@code PairedSample} has the statistics,
 * {@code Assumptions} the changes. Builds on {@code series}, on the value of a question's period and the quantiles as {@code ensemble} has them,
 * and the engine SPI.
 */
@NullMarked
package io.futureos.studio.engines.local.compare;

import org.jspecify.annotations.NullMarked;
