package io.futureos.studio.storage.jdbc;

import static io.futureos.studio.storage.jdbc.Commits.renaming;
import static io.futureos.studio.storage.jdbc.Commits.withReceipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.DuplicateCommandException;
import io.futureos.studio.storage.Journal;
import io.futureos.studio.storage.StorageException;
import io.futureos.studio.testkit.fault.FaultPlan;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server ends the connection at a chosen moment: a trigger has the backend end itself. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LostConnectionTest {

    @RegisterExtension
    static final StudioDatabase DATABASE = new StudioDatabase();

    private final PostgresStorage storage = DATABASE.emptied();
    private final ProjectId project = Commits.newProject();

    @AfterEach
    void let_live() {
        DATABASE.run("DROP FUNCTION IF EXISTS die CASCADE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"studio_journal", "studio_projects", "studio_collaborators", "studio_receipts"})
    void a_connection_lost_within_an_append_is_told_and_nothing_is_written(String table) {
        dieAt(table, "TRIGGER deadly BEFORE INSERT", "");

        assertThatThrownBy(() -> storage.journal().append(project, withReceipt(project, 1, UUID.randomUUID())))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("unknown whether PostgreSQL wrote revision 1 of project " + project)
                .hasCauseInstanceOf(SQLException.class);

        let_live();
        assertThat(storage.journal().head(project)).isZero();
        assertThat(storage.projects().find(project)).isEmpty();
    }

    @Test
    void a_connection_lost_while_committing_is_told() {
        dieAt("studio_journal", "CONSTRAINT TRIGGER deadly AFTER INSERT", "DEFERRABLE INITIALLY DEFERRED");

        assertThatThrownBy(() -> storage.journal().append(project, renaming(project, 1)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("unknown");
    }

    @Test
    void after_a_lost_reply_the_journal_itself_tells_that_the_revision_is_there() {
        try (var line = new FaultyLine(DATABASE.url())) {
            Journal overABadLine = PostgresStorage.over(line.connections()).journal();
            for (long number = 1; number <= 2; number++) { // the first sets collaborators, the second does not
                Commit commit = renaming(project, number);
                FaultPlan<JdbcFault> deaf =
                        FaultPlan.always(JdbcFault.CUT_AFTER).only(call -> call.endsWith(FaultyLine.COMMITS));

                assertThatThrownBy(() -> line.during(deaf, () -> {
                            overABadLine.append(project, commit);
                            return "appended";
                        }))
                        .isInstanceOf(StorageException.class)
                        .hasMessageContaining("unknown");

                assertThat(storage.journal().find(project, number)).contains(commit.revision());
                assertThat(storage.projects().find(project)).contains(commit.summary());
            }
        }
    }

    @Test
    void a_connection_that_can_t_be_readied_goes_back_to_its_pool() {
        try (var line = new FaultyLine(DATABASE.url())) {
            Journal overABadLine = PostgresStorage.over(line.connections()).journal();
            FaultPlan<JdbcFault> refusing =
                    FaultPlan.<JdbcFault>always(JdbcFault.REFUSED).only("Connection.getAutoCommit");

            assertThatThrownBy(() -> line.during(refusing, () -> overABadLine.head(project)))
                    .isInstanceOf(StorageException.class);

            assertThat(line.inUse()).isZero();
        }
    }

    @Test
    void a_command_that_was_done_is_told_and_nothing_of_its_second_time_is_written() {
        UUID command = UUID.randomUUID();
        storage.journal().append(project, withReceipt(project, 1, command));

        assertThatThrownBy(() -> storage.journal().append(project, withReceipt(project, 2, command)))
                .isInstanceOf(DuplicateCommandException.class);

        assertThat(storage.journal().head(project)).isEqualTo(1);
        assertThat(storage.projects().find(project))
                .hasValueSatisfying(summary -> assertThat(summary.revision()).isEqualTo(1));
    }

    @Test
    void a_pool_whose_connections_do_not_commit_by_themselves_loses_nothing() {
        var config = new HikariConfig();
        config.setJdbcUrl(DATABASE.url());
        config.setAutoCommit(false);
        try (var pool = new HikariDataSource(config)) {
            PostgresStorage careful = PostgresStorage.over(pool);

            careful.journal().append(project, renaming(project, 1));
            careful.journal().append(project, renaming(project, 2));

            assertThat(careful.journal().after(project, 0)).hasSize(2);
            assertThat(storage.journal().head(project)).isEqualTo(2);
        }
    }

    private static void dieAt(String table, String trigger, String terms) {
        DATABASE.run("""
                CREATE FUNCTION die() RETURNS TRIGGER LANGUAGE plpgsql AS $$
                BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$""");
        DATABASE.run("CREATE " + trigger + " ON " + table + " " + terms + " FOR EACH ROW EXECUTE FUNCTION die()");
    }
}
