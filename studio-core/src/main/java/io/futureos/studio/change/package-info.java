/**
 * What happens to a project: changes of cells, gathered in revisions, and what follows from them.
 *
 * <p>Start reading at {@link io.futureos.studio.change.Change} and {@link io.futureos.studio.change.Revision}; undo,
 * conflicts, the modification log and the journalled form follow from these two. Pure; builds on {@code model}.
 */
@NullMarked
package io.futureos.studio.change;

import org.jspecify.annotations.NullMarked;
