/**
 * Spreads the parts of a piece of work over threads that a host gave.
 *
 * <p>Start reading at {@link io.futureos.studio.engines.local.parallel.Workers}. Whoever uses it writes each part's result to
 * a place of its own, so that results do not depend on the number of threads. Uses nothing but the JDK.
 */
@NullMarked
package io.futureos.studio.engines.local.parallel;

import org.jspecify.annotations.NullMarked;
