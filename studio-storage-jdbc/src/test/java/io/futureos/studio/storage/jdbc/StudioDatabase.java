package io.futureos.studio.storage.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database for one test class. */
final class StudioDatabase implements BeforeAllCallback, AfterAllCallback {

    private final HikariDataSource pool = Databases.studio();
    private final PostgresStorage storage = PostgresStorage.over(pool);
    private int classes;

    /** Its storage, with nothing in it. */
    PostgresStorage emptied() {
        run("""
                TRUNCATE studio_journal, studio_receipts, studio_projects, studio_collaborators, studio_checkpoints,
                  studio_project_versions, studio_archived_versions, studio_templates, studio_jobs, studio_job_statuses,
                  studio_blobs, studio_scenarios, studio_reports""");
        return storage;
    }

    /** Makes everything in it older, as the clock of the database can't be moved: jobs are due sooner, blobs were put earlier. */
    void pass(Duration time) {
        String interval = "INTERVAL '" + time.toMillis() + " milliseconds'";
        run("UPDATE studio_jobs SET due_at = due_at - " + interval);
        run("UPDATE studio_blobs SET last_put_at = last_put_at - " + interval);
    }

    /** Changes the database behind the storage's back. */
    void run(String sql) {
        Jdbi.create(pool).useHandle(handle -> handle.execute(sql));
    }

    void write(HandleConsumer<RuntimeException> work) {
        new Database(pool).write("what the test wants", work);
    }

    /** What the tables say: the only row's only column. */
    String one(String query) {
        return Jdbi.create(pool)
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(String.class).one());
    }

    /** Another pool of connections to it, as another node would have; opened with further parameters. */
    HikariDataSource anotherPool(String parameters) {
        return Databases.pool(url() + parameters);
    }

    String url() {
        return pool.getJdbcUrl();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        classes++;
    }

    /** Is called for each class within the test class too. */
    @Override
    public void afterAll(ExtensionContext context) {
        if (--classes == 0) {
            pool.close();
        }
    }
}
