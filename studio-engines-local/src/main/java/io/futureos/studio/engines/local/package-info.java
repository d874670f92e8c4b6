/**
 * The engines of a forecast, embedded: real algorithms, small and deterministic.
 *
 * <p>Start reading at {@link io.futureos.studio.engines.local.LocalEngines}, which wires one engine from each package below.
 * Builds on the SPI of studio-core; the engines know each other through that and the data package's tables only.
 */
@NullMarked
package io.futureos.studio.engines.local;

import org.jspecify.annotations.NullMarked;
