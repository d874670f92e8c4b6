package io.futureos.studio.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.futureos.studio.storage.StorageException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StudioSchemaTest {

    private final HikariDataSource database = PostgresServer.shared().newBareDatabase();

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

    @Test
    void the_projects_table_begins_as_the_contract_says() {
        StudioSchema.migrate(database);

        assertThat(columnsOf("studio_projects"))
                .startsWith(
                        "project_id uuid NOT NULL",
                        "user_id uuid NOT NULL",
                        "team_id uuid",
                        "project_name character varying(255) NOT NULL",
                        "description text",
                        "status character varying(30) NOT NULL DEFAULT 'draft'::character varying",
                        "version integer NOT NULL DEFAULT 1",
                        "prediction_task_id uuid",
                        "data_package_id uuid",
                        "population_id uuid",
                        "workbench_states jsonb NOT NULL DEFAULT '{}'::jsonb",
                        "modification_log jsonb NOT NULL DEFAULT '[]'::jsonb",
                        "created_at timestamp without time zone DEFAULT now()",
                        "updated_at timestamp without time zone DEFAULT now()",
                        "deleted_at timestamp without time zone");
    }

    private List<String> columnsOf(String table) {
        return sql().withHandle(handle ->
                handle.createQuery("""
                        SELECT column_name || ' ' || data_type
                          || coalesce('(' || character_maximum_length || ')', '')
                          || CASE is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END
                          || coalesce(' DEFAULT ' || column_default, '')
                        FROM information_schema.columns WHERE table_name = :table ORDER BY ordinal_position""").bind("table", table).mapTo(String.class).list());
    }

    private Jdbi sql() {
        return Jdbi.create(database);
    }
}
