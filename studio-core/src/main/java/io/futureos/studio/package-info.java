/**
 * The Studio as a host application sees it.
 *
 * <p>Start reading at {@link io.futureos.studio.StudioOrchestrator}: it is built once, and its sub-facades do everything
 * else. Every refusal and failure is a {@link io.futureos.studio.StudioException}.
 */
@NullMarked
package io.futureos.studio;

import org.jspecify.annotations.NullMarked;
