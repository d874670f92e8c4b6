package io.futureos.studio.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.testkit.server.PostgresServer;
import io.futureos.studio.testkit.server.RedisServer;
import io.futureos.studio.testkit.server.S3Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that can't be used is told in one line before any work begins. */
@Timeout(60)
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnusableServersTest {

    private static final String PASSWORD = "open-sesame";

    @TempDir
    Path folder;

    Desk desk;

    @BeforeEach
    void norway() throws IOException {
        desk = new Desk(folder);
    }

    private void assertUnusable(String option, String url, String... message) {
        int exitCode = desk.run(option, url);

        assertThat(desk.complaint())
                .contains(message)
                .endsWith(".\n")
                .hasLineCount(1)
                .doesNotContain(PASSWORD, "Exception");
        assertThat(exitCode).isEqualTo(Quickstart.UNUSABLE_SERVER);
        assertThat(desk.shown()).isEmpty();
    }

    @Test
    void a_database_without_the_tables_is_told_how_to_get_them() {
        assertUnusable(
                "--postgres",
                PostgresServer.shared().newDatabase(),
                "lacks tables of the Studio; add --migrate to have them made");
    }

    @Test
    void a_database_that_is_not_there_is_told() {
        PostgresServer server = PostgresServer.shared();

        assertUnusable(
                "--postgres",
                "postgresql://postgres@" + server.host() + ":" + server.port() + "/nowhere",
                "PostgreSQL at " + server.host() + ":" + server.port() + "/nowhere can't be used",
                "database \"nowhere\" does not exist",
                "create that database, or name another");
    }

    @Test
    void a_wrong_password_of_postgresql_is_told_without_it() throws SQLException {
        try (PostgresServer server = PostgresServer.start()) {
            String database = server.newDatabase();
            askForPasswords(database);

            assertUnusable(
                    "--postgres",
                    "postgresql://anna:" + PASSWORD + "@" + server.host() + ":" + server.port() + "/postgres",
                    "password authentication failed for user \"anna\"",
                    "correct the user and the password");
            assertUnusable(
                    "--postgres",
                    "jdbc:postgresql://" + server.host() + ":" + server.port() + "/postgres?user=anna&password="
                            + PASSWORD,
                    "password authentication failed for user \"anna\"");
        }
    }

    /** As a DBA would, but by SQL: the superuser of a server of ours may write its files. */
    private static void askForPasswords(String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE anna LOGIN PASSWORD 'another one'");
            statement.execute("""
                    DO $$ BEGIN EXECUTE format(
                      'COPY (SELECT ''host all anna all scram-sha-256'' UNION ALL SELECT ''host all all all trust'') TO %L',
                      current_setting('hba_file')); END $$""");
            statement.execute("SELECT pg_reload_conf()");
            statement.execute("SELECT pg_sleep(0.2)");
        }
    }

    @Test
    void servers_that_nobody_started_are_told() throws IOException {
        int port = freePort();

        assertUnusable(
                "--postgres",
                "postgresql://anna:" + PASSWORD + "@127.0.0.1:" + port + "/studio",
                "PostgreSQL at 127.0.0.1:" + port + "/studio can't be used",
                "refused",
                "start it, or correct its address");
        assertUnusable(
                "--redis", "redis://:" + PASSWORD + "@127.0.0.1:" + port, "Redis at 127.0.0.1:" + port, "Start it");
        assertUnusable(
                "--s3",
                "http://key:" + PASSWORD + "@127.0.0.1:" + port + "/bucket",
                "in bucket \"bucket\" at http://127.0.0.1:" + port);
    }

    @Test
    void a_postgresql_that_takes_the_call_and_says_nothing_is_not_waited_for_for_ever() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertUnusable(
                    "--postgres",
                    "postgresql://anna:" + PASSWORD + "@127.0.0.1:" + silent.getLocalPort() + "/studio?loginTimeout=1",
                    "can't be used",
                    "timed out");
        }
    }

    @Test
    void a_wrong_password_of_redis_is_told_without_it() {
        try (RedisServer server = RedisServer.start("--requirepass", "another one")) {
            assertUnusable(
                    "--redis",
                    "redis://:" + PASSWORD + "@" + server.host() + ":" + server.port(),
                    "does not let this node in",
                    "Correct the user and the password");
        }
    }

    @Test
    void a_bucket_that_is_not_there_or_that_does_not_let_us_in_is_told() {
        S3Server server = S3Server.shared();
        String place = server.endpoint().toString();

        assertUnusable("--s3", Buckets.url("no-such-bucket"), "NoSuchBucket", "create it, or name another");
        assertUnusable(
                "--s3",
                place.replace("://", "://" + server.accessKey() + ":" + PASSWORD + "@") + "/no-such-bucket",
                "The server answered 403",
                "See that the access key and its secret are right");
    }

    @Test
    void a_database_that_goes_away_while_it_is_needed_is_told_in_one_line_too() {
        try (PostgresServer server = PostgresServer.start()) {
            String database = server.newDatabase();
            desk.whenShown("[2/5]", server::kill);

            int exitCode = desk.run("--postgres", database, "--migrate");

            assertThat(desk.complaint())
                    .contains("PostgreSQL", "Try again when the server is back")
                    .hasLineCount(1);
            assertThat(exitCode).isEqualTo(Quickstart.UNUSABLE_SERVER);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
