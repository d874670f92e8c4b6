/**
 * Reads sources, checks every figure in them and keeps them as content-addressed Parquet.
 *
 * <p>Start reading at LocalDataOrchestrator; other engines read tables
 * back through {@link io.futureos.studio.engines.local.data.PackageTables}. Uses DuckDB for Parquet, profiles and pages,
 * Jackson for JSON, and nothing of the other engines.
 */
@NullMarked
package io.futureos.studio.engines.local.data;

import org.jspecify.annotations.NullMarked;
