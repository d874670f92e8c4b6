package io.futureos.studio.storage.jdbc;

import static io.futureos.studio.storage.jdbc.Commits.renaming;
import static io.futureos.studio.storage.jdbc.Commits.withReceipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.StorageException;
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
        var commit = renaming(project, 1);
        var overABadLine = PostgresStorage.over(new LosesReplies(DATABASE.url()));

        assertThatThrownBy(() -> overABadLine.journal().append(project, commit)).isInstanceOf(StorageException.class);

        assertThat(storage.journal().find(project, 1)).contains(commit.revision());
    }

    private static void dieAt(String table, String trigger, String terms) {
        DATABASE.run("""
                CREATE FUNCTION die() RETURNS TRIGGER LANGUAGE plpgsql AS $$
                BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$""");
        DATABASE.run("CREATE " + trigger + " ON " + table + " " + terms + " FOR EACH ROW EXECUTE FUNCTION die()");
    }
}
