/**
 * Servers for tests: a PostgreSQL, a Redis and an S3 that a test can fill, kill and start again.
 *
 * <p>Start reading at {@link io.futureos.studio.testkit.server.PostgresServer}. PostgreSQL and Redis come in containers where a
 * Docker answers, else as the programs that this module brings along, for root as well as for an ordinary user; the system
 * property {@code studio.servers}, or the variable {@code STUDIO_SERVERS}, says {@code embedded} or {@code docker} to choose.
 * Nothing here knows the Studio: a test takes an address from here, and connects with what it tests.
 */
@NullMarked
package io.futureos.studio.testkit.server;

import org.jspecify.annotations.NullMarked;
