/**
 * Who may do what, in one place.
 *
 * <p>Start reading at {@link io.futureos.studio.access.Operation}: every method of the facade is one of these and says the
 * least role that it takes; {@link io.futureos.studio.access.AccessPolicy} says which role a user has. Builds on
 * {@code model} alone.
 */
@NullMarked
package io.futureos.studio.access;

import org.jspecify.annotations.NullMarked;
