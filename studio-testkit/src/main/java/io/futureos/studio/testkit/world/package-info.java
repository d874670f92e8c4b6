/**
 * A deterministic world: several Studios on one storage, people, jobs, faults and crashes, on one thread, in virtual time, from
 * one seed.
 *
 * <p>Start reading at {@link io.futureos.studio.testkit.world.World}. What must hold after every step stands in {@code Ledger}
 * and {@code Client}; what must hold once the faults have stopped, in {@code Peace}. Builds on the facade, {@code fault}, {@code
 * fixture} and {@code time}.
 */
@NullMarked
package io.futureos.studio.testkit.world;

import org.jspecify.annotations.NullMarked;
