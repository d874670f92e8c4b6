/**
 * What the Studio needs from the ten engines of a forecast, as requests and results.
 *
 * <p>Start reading at {@link io.futureos.studio.engine.Engines}. Requests and results are plain values that survive JSON;
 * bulk content travels as {@link io.futureos.studio.model.BlobKey blobs} through the
 * {@link io.futureos.studio.engine.EngineContext}, so that an engine may just as well run on another machine. An engine
 * is deterministic: the same request gives the same result. Builds on {@code model} and {@code report}.
 */
@NullMarked
package io.futureos.studio.engine;

import org.jspecify.annotations.NullMarked;
