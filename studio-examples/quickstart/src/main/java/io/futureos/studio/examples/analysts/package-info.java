/**
 * Two people at two Studios work on one project: an example of presence, drafts, conflicts, undo, staleness with its reasons,
 * a run that both control, deliveries, catching up, and versions.
 *
 * <p>Start reading at {@link io.futureos.studio.examples.analysts.Story}, and at {@code Offices} for how two Studios share one
 * storage. Uses the public facade alone.
 */
@NullMarked
package io.futureos.studio.examples.analysts;

import org.jspecify.annotations.NullMarked;
