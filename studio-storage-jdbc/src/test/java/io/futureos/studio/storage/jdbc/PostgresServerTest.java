package io.futureos.studio.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgresServerTest {

    @ParameterizedTest
    @MethodSource("io.futureos.studio.storage.jdbc.ServerUser#possible")
    void a_server_runs_as_every_user_that_is_possible_here(ServerUser user) {
        try (PostgresServer server = PostgresServer.startedBy(user);
                HikariDataSource database = server.newBareDatabase()) {
            int answer = Jdbi.create(database)
                    .withHandle(handle ->
                            handle.createQuery("SELECT 42").mapTo(int.class).one());

            assertThat(answer).isEqualTo(42);
        }
    }
}
