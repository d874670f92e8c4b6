/**
 * What the simulation and the fitting of a population cost, beside C programs that do the same in the same minute.
 *
 * <p>Start reading at {@link io.futureos.studio.bench.engines.EngineFigures}; {@link
 * io.futureos.studio.bench.engines.PeerInC} compiles and runs the C, which lies among the resources. Builds on
 * studio-engines-local.
 */
@NullMarked
package io.futureos.studio.bench.engines;

import org.jspecify.annotations.NullMarked;
