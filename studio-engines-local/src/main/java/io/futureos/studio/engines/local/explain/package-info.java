/**
 * The explanation generator: writes a report's content from the results, one class a section.
 *
 * <p>Start reading at {@link io.futureos.studio.engines.local.explain.LocalExplanationGenerator}; every section writes
 * from the same {@code Findings}. Text is made of {@code Phrase}s, whose numbers come from {@code Figure}s that know where they
 * were read, so no number can be typed in. Builds on {@code series} and the engine SPI.
 */
@NullMarked
package io.futureos.studio.engines.local.explain;

import org.jspecify.annotations.NullMarked;
