/**
 * Two people work on one project: an example of presence, undo, staleness with its reasons, versions and conflicts.
 *
 * <p>Start reading at {@link io.futureos.studio.examples.analysts.Story}. Uses the public facade alone.
 */
@NullMarked
package io.futureos.studio.examples.analysts;

import org.jspecify.annotations.NullMarked;
