/**
 * The nouns of a project: what an analyst sets, what engines made of it, and the ids that tie both together.
 *
 * <p>Start reading at {@link io.futureos.studio.model.Project}, which is what the history folds into, and go on to
 * {@link io.futureos.studio.model.ProjectState}, which is the view that callers get. Everything here is an immutable
 * value and uses the JDK only.
 */
@NullMarked
package io.futureos.studio.model;

import org.jspecify.annotations.NullMarked;
