package io.futureos.studio.examples.quickstart;

import org.jspecify.annotations.Nullable;

/**
 * The servers that the command line names; null where memory serves.
 *
 * @param migrate whether PostgreSQL gets the tables that it lacks
 */
record Servers(
        @Nullable PostgresAddress postgres,
        @Nullable RedisAddress redis,
        @Nullable S3Address s3,
        boolean migrate) {

    static final Servers NONE = new Servers(null, null, null, false);
}
