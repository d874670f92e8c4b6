/**
 * The causal graph: which monthly variable moves which, a few months later.
 *
 * <p>Start reading at {@link io.futureos.studio.engines.local.causal.LocalCausalGraph}. Builds on {@code series} and the
 * engine SPI.
 */
@NullMarked
package io.futureos.studio.engines.local.causal;

import org.jspecify.annotations.NullMarked;
