package io.futureos.studio.storage.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database for one test class. */
final class StudioDatabase implements AfterAllCallback {

    private final HikariDataSource pool = PostgresServer.shared().newStudioDatabase();
    private final PostgresStorage storage = PostgresStorage.over(pool);

    /** Its storage, with nothing in it. */
    PostgresStorage emptied() {
        run("TRUNCATE studio_journal, studio_receipts, studio_projects, studio_collaborators, studio_checkpoints");
        return storage;
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
        return PostgresServer.pool(url() + parameters);
    }

    String url() {
        return pool.getJdbcUrl();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        pool.close();
    }
}
