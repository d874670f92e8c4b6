/**
 * What one action costs, what many writers get through, and what reading and writing a large state takes, each beside a
 * floor or a peer.
 *
 * <p>Start reading at {@link io.futureos.studio.bench.OneAction}; {@link io.futureos.studio.bench.BenchProject} is the
 * project that it acts on. {@code docs/benchmarks.md} says how to run all of it and what came out. Builds on the core and
 * on the storage in memory.
 */
@NullMarked
package io.futureos.studio.bench;

import org.jspecify.annotations.NullMarked;
