/**
 * The Studio as a host application sees it.
 *
 * <p>Start reading at {@link io.futureos.studio.StudioOrchestrator}: it is built once, and its sub-facades do everything
 * else. What a caller can mend is a {@link io.futureos.studio.StudioException}; a storage that fails throws its own
 * {@link io.futureos.studio.storage.StorageException}.
 */
@NullMarked
package io.futureos.studio;

import org.jspecify.annotations.NullMarked;
