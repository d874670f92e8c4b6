package io.futureos.studio.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.storage.s3.S3BlobStore;
import io.futureos.studio.testkit.server.PostgresServer;
import io.futureos.studio.testkit.server.RedisServer;
import io.futureos.studio.testkit.server.S3Server;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forecast is the same wherever it was made. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OnServersTest {

    private static final S3Server S3 = S3Server.shared();
    private static final String REDIS = RedisServer.shared().uri();

    @TempDir
    static Path folder;

    static Desk desk;
    static byte[] inMemory;

    @BeforeAll
    static void run_in_memory() throws Exception {
        desk = new Desk(folder);
        assertThat(desk.run()).isZero();
        inMemory = desk.written("forecast.json");
    }

    @Test
    void on_postgresql_and_again_on_all_three_it_is_the_forecast_that_is_made_in_memory() throws Exception {
        String database = PostgresServer.shared().newDatabase();
        String bucket = S3.newBucket();

        assertSameForecast("--postgres", database, "--migrate");
        assertThat(count(database, "studio_projects")).isEqualTo(1);
        int blobs = count(database, "studio_blobs");
        assertThat(blobs).isPositive();
        assertThat(desk.shown()).contains("is kept in PostgreSQL at");

        assertSameForecast("--postgres", database, "--redis", REDIS, "--s3", Buckets.url(bucket) + "/studio");
        assertThat(count(database, "studio_projects")).isEqualTo(2);
        assertThat(count(database, "studio_blobs"))
                .as("blobs, which lie in S3 now")
                .isEqualTo(blobs);
        assertThat(holds(bucket)).isTrue();
    }

    @Test
    void with_redis_and_s3_and_the_rest_in_memory_it_is_the_same_too() throws Exception {
        String bucket = S3.newBucket();

        assertSameForecast("--redis", REDIS, "--s3", Buckets.url(bucket) + "/studio");

        assertThat(holds(bucket)).isTrue();
    }

    private static void assertSameForecast(String... servers) throws Exception {
        int exitCode = desk.run(servers);

        assertThat(desk.complaint()).isEmpty();
        assertThat(exitCode).isZero();
        assertThat(new String(desk.written("forecast.json"), UTF_8)).isEqualTo(new String(inMemory, UTF_8));
    }

    private static boolean holds(String bucket) {
        try (S3BlobStore blobs = Buckets.store(bucket).keyPrefix("studio/").build()) {
            return !blobs.list("", Optional.empty(), 1).isEmpty();
        }
    }

    private static int count(String database, String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
