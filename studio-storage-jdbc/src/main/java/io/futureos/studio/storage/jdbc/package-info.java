/**
 * Storage in PostgreSQL: what must not be lost, and what several nodes share.
 *
 * <p>Start reading at {@link io.futureos.studio.storage.jdbc.PostgresStorage}, then the SQL files that
 * {@link io.futureos.studio.storage.jdbc.StudioSchema} lists. Builds on the core's {@code storage} SPI and on Jdbi, which
 * no public signature names.
 */
@NullMarked
package io.futureos.studio.storage.jdbc;

import org.jspecify.annotations.NullMarked;
