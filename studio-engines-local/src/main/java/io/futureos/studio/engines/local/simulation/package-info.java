/**
 * Lets the households of a population choose their new cars month by month, calibrated to what was observed.
 *
 * <p>Start reading at {@link io.futureos.studio.engines.local.simulation.LocalSimulationEngine}. {@code Calibration} learns
 * from the past, {@code Trajectory} goes through the futures, of which {@code TownLife} is one, {@code LocalRun} compares a
 * scenario with the world without it. Builds on the households of {@code population}, on {@code config}, {@code random},
 * {@code parallel} and {@code series}.
 */
@NullMarked
package io.futureos.studio.engines.local.simulation;

import org.jspecify.annotations.NullMarked;
