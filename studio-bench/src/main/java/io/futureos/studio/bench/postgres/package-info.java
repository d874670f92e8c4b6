/**
 * What the storage in PostgreSQL costs, beside a floor of plain JDBC on the contract's tables in the same server and run.
 *
 * <p>Start reading at {@link io.futureos.studio.bench.postgres.PostgresFigures}; {@link
 * io.futureos.studio.bench.postgres.Paired} measures, and {@link io.futureos.studio.bench.postgres.Floor} is what it is
 * measured against. Builds on the projects of the package above, on the core and on the storage in PostgreSQL.
 */
@NullMarked
package io.futureos.studio.bench.postgres;

import org.jspecify.annotations.NullMarked;
