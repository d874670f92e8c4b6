/**
 * Storage in memory: the embedded default, and what tests run on. Nothing outlives the process.
 *
 * <p>Start reading at {@link io.futureos.studio.storage.memory.InMemoryStorage}. Builds on the core's {@code storage} SPI.
 */
@NullMarked
package io.futureos.studio.storage.memory;

import org.jspecify.annotations.NullMarked;
