package io.futureos.studio.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.futureos.studio.storage.StorageException;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StudioSchemaTest {

    private final HikariDataSource database = Databases.bare();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_storage_over_a_database_without_the_tables_is_refused_and_says_what_to_do() {
        assertThatThrownBy(() -> PostgresStorage.over(database))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("V001__journal.sql")
                .hasMessageContaining("StudioSchema.migrate");
    }

    @Test
    void the_first_file_that_is_missing_is_named() {
        StudioSchema.migrate(database);
        sql().useHandle(handle -> handle.execute("DELETE FROM studio_schema WHERE version = 3"));

        assertThatThrownBy(() -> StudioSchema.verify(database))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("V003__checkpoints.sql");
    }

    @Test
    void migrating_again_changes_nothing() {
        StudioSchema.migrate(database);
        StudioSchema.migrate(database);

        assertThatCode(() -> StudioSchema.verify(database)).doesNotThrowAnyException();
    }

    @Test
    void a_node_that_migrates_while_another_is_at_it_waits_and_finds_everything_done() {
        CompletableFuture<Void> second = sql().inTransaction(first -> {
            StudioSchema.migrate(first);
            var waiting = CompletableFuture.runAsync(() -> StudioSchema.migrate(database));
            awaitAtALock(waiting);
            return waiting;
        });

        second.join();
        assertThatCode(() -> StudioSchema.verify(database)).doesNotThrowAnyException();
    }

    private void awaitAtALock(CompletableFuture<Void> node) {
        while (!node.isDone()
                && sql().withHandle(handle ->
                                handle.createQuery("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'""").mapTo(int.class).one())
                        == 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void what_is_printed_makes_the_tables_too() {
        sql().useHandle(handle -> handle.createScript(StudioSchema.sql()).execute());

        assertThatCode(() -> StudioSchema.verify(database)).doesNotThrowAnyException();
    }

    private Jdbi sql() {
        return Jdbi.create(database);
    }
}
