/**
 * What is going on in a project right now, for those who watch it.
 *
 * <p>Start reading at {@link io.futureos.studio.live.StudioEvent}. Events tell what has happened already; losing one
 * loses no work. Builds on {@code model} and {@code change}.
 */
@NullMarked
package io.futureos.studio.live;

import org.jspecify.annotations.NullMarked;
