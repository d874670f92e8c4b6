/**
 * Writes the records of the other packages as the contract's JSON and reads them again.
 *
 * <p>Start reading at {@link io.futureos.studio.json.StudioJson}, the only class that others use;
 * {@link io.futureos.studio.json.RecordConventions} says how a record becomes JSON. Jackson stays inside: no signature
 * that can be seen from outside names it. Builds on {@code model}.
 */
@NullMarked
package io.futureos.studio.json;

import org.jspecify.annotations.NullMarked;
