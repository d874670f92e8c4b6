package io.futureos.studio.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgresServerTest {

    private static final PostgresServer OWN = PostgresServer.start("max_connections=20");

    @AfterAll
    static void close() {
        OWN.close();
    }

    @ParameterizedTest
    @MethodSource("io.futureos.studio.testkit.server.ServerUser#possible")
    void a_server_runs_as_every_user_that_is_possible_here(ServerUser user) throws SQLException {
        try (PostgresServer server = LocalPostgres.startedBy(user)) {
            assertThat(answer(server.newDatabase(), "SELECT 42")).isEqualTo("42");
        }
    }

    @Test
    void what_was_committed_is_there_after_a_kill_at_the_same_address() throws SQLException {
        String database = OWN.newDatabase();
        run(database, "CREATE TABLE kept AS SELECT 'this' AS what");

        OWN.kill();
        boolean running = OWN.isRunning();
        assertThatIllegalStateException().isThrownBy(OWN::kill).withMessageContaining("before it could be killed");
        OWN.startAgain();

        assertThat(running).isFalse();
        assertThat(OWN.isRunning()).isTrue();
        assertThat(answer(database, "SELECT what FROM kept")).isEqualTo("this");
    }

    @Test
    void a_server_is_durable_unless_it_is_shared_or_told_otherwise() throws SQLException {
        String own = OWN.newDatabase();

        assertThat(answer(own, "SHOW fsync")).isEqualTo("on");
        assertThat(answer(own, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(answer(own, "SHOW max_connections")).isEqualTo("20");
        assertThat(answer(PostgresServer.shared().newDatabase(), "SHOW fsync")).isEqualTo("off");
    }

    @Test
    void a_copy_holds_what_the_database_held_and_is_apart_from_it() throws SQLException {
        String first = PostgresServer.shared().newDatabase();
        run(first, "CREATE TABLE held AS SELECT 'this' AS what");

        String second = PostgresServer.shared().copyOf(first);
        run(second, "UPDATE held SET what = 'that'");

        assertThat(answer(first, "SELECT what FROM held")).isEqualTo("this");
        assertThat(answer(second, "SELECT what FROM held")).isEqualTo("that");
    }

    @Test
    void a_copy_of_a_database_elsewhere_is_refused() {
        String elsewhere = "jdbc:postgresql://db.example.org/" + UUID.randomUUID();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostgresServer.shared().copyOf(elsewhere))
                .withMessageContaining(elsewhere)
                .withMessageContaining("start with jdbc:postgresql://");
    }

    private static void run(String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(String database, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
