/**
 * Reads the open configuration of an engine into typed values, with errors that name the place.
 *
 * <p>Start reading at {@link io.futureos.studio.engines.local.config.ConfigObject}. Every local engine may use it; it
 * knows nothing of any of them. Builds on the engine SPI's {@code EngineException} only.
 */
@NullMarked
package io.futureos.studio.engines.local.config;

import org.jspecify.annotations.NullMarked;
