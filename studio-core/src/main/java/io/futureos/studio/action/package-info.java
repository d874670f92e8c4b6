/**
 * Everything that a workbench can be asked to do, as records, and the way from the contract's JSON to them and back.
 *
 * <p>Start reading at {@link io.futureos.studio.action.WorkbenchAction} for the actions and at
 * {@link io.futureos.studio.action.ActionReader} for how they are read: {@code Fields} is an object of the JSON, {@code
 * Slot} one place in it, {@code Rule} what a value must be like. Pure; builds on {@code model}, the names of
 * {@code workflow} and the JDK only.
 */
@NullMarked
package io.futureos.studio.action;

import org.jspecify.annotations.NullMarked;
