/**
 * The Studio as a host application sees it.
 *
 * <p>Start reading at {@link io.futureos.studio.StudioOrchestrator}: it is built once, and its sub-facades do everything
 * else. What a caller can mend is a {@link io.futureos.studio.StudioException}, after which nothing was changed; a storage
 * that fails throws its own {@link io.futureos.studio.storage.StorageException}, with a code too, after which that is unknown
 * unless it says that nothing was. An {@link IllegalStateException} says that the storage lost something that a project refers
 * to, for example a blob.
 */
@NullMarked
package io.futureos.studio;

import org.jspecify.annotations.NullMarked;
