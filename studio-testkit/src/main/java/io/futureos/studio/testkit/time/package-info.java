/**
 * Time that a test moves.
 *
 * <p>Start reading at {@link io.futureos.studio.testkit.time.MovableClock}. Builds on the JDK alone.
 */
@NullMarked
package io.futureos.studio.testkit.time;

import org.jspecify.annotations.NullMarked;
