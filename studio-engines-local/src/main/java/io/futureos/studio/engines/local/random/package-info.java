/**
 * Randomness that is a pure function of a seed and a position.
 *
 * <p>Start reading at {@link io.futureos.studio.engines.local.random.CounterRandom}. Because no generator is advanced,
 * two worlds of a simulation meet the same luck, and the order of computation can't change a result. Uses nothing but the
 * JDK.
 */
@NullMarked
package io.futureos.studio.engines.local.random;

import org.jspecify.annotations.NullMarked;
