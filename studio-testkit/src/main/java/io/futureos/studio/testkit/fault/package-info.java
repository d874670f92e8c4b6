/**
 * Storage and live stores with faults, decided from outside: any adapter can be put into one.
 *
 * <p>Start reading at {@link io.futureos.studio.testkit.fault.FaultyStorage} and {@link
 * io.futureos.studio.testkit.fault.FaultPlan}. Nothing here has threads, a clock or chance of its own, so a simulation on one
 * thread replays from its seed. Builds on the SPIs of {@code studio-core}.
 */
@NullMarked
package io.futureos.studio.testkit.fault;

import org.jspecify.annotations.NullMarked;
