/**
 * The explanation generator: writes a report's content from the results, one class a section.
 *
 * <p>Start reading at {@link io.futureos.studio.engines.local.explain.LocalExplanationGenerator}; every section writes
 * from the same {@code Findings}, so no number is typed in. Builds on {@code series} and the engine SPI.
 */
@NullMarked
package io.futureos.studio.engines.local.explain;

import org.jspecify.annotations.NullMarked;
