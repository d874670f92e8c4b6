/**
 * The three reasoners: a graph of thoughts, a tree search and a debate.
 *
 * <p>Start reading at {@link io.futureos.studio.engines.local.reasoning.GraphOfThoughts}; all three argue from the same
 * {@code Evidence}, and are asked about the past by the same {@code PastQuestions}. Builds on {@code series}, {@code random}
 * and the engine SPI; the tree search asks whatever simulation it is given.
 */
@NullMarked
package io.futureos.studio.engines.local.reasoning;

import org.jspecify.annotations.NullMarked;
