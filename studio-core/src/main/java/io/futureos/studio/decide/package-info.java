/**
 * Decides what a workbench action does to a project.
 *
 * <p>Start reading at {@link io.futureos.studio.decide.Decider}. Nothing here performs I/O or reads a clock; callers hand
 * in time and new ids. Builds on {@code action}, {@code change}, {@code workflow} and {@code model}.
 */
@NullMarked
package io.futureos.studio.decide;

import org.jspecify.annotations.NullMarked;
