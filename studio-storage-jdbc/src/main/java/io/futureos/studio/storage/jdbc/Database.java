package io.futureos.studio.storage.jdbc;

import io.futureos.studio.storage.StorageException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Runs SQL, and tells every failure as a {@link StorageException} that says what was going on and why it failed. Jdbi wraps
 * what the driver throws, but not what it throws when results are closed.
 */
final class Database {

    private final Jdbi jdbi;

    Database(DataSource dataSource) {
        this.jdbi = Jdbi.create(new Connections(dataSource))
                .installPlugin(new PostgresPlugin())
                .registerArrayType(UUID.class, "uuid");
    }

    /** The answer to a question, which changes nothing. */
    <R> R read(String what, HandleCallback<R, SQLException> question) {
        try {
            return jdbi.withHandle(question);
        } catch (JdbiException | SQLException e) {
            SqlFailure failure = SqlFailure.of(e);
            throw new StorageException(
                    failure.problem(),
                    true,
                    "PostgreSQL did not answer when asked for " + what + failure.told(),
                    failure.cause());
        }
    }

    /** Changes something and answers with it, or changes nothing. */
    <R> R change(String what, HandleCallback<R, SQLException> work) {
        try {
            return jdbi.inTransaction(work);
        } catch (JdbiException | SQLException e) {
            throw notDone("changed", what, e);
        }
    }

    /** Does all of {@code work} or nothing. If {@code work} itself throws, nothing was done. */
    void write(String what, HandleConsumer<SQLException> work) {
        try {
            jdbi.useTransaction(work);
        } catch (JdbiException | SQLException e) {
            throw notDone("wrote", what, e);
        }
    }

    /** The same for work that is one statement, and so a transaction by itself. */
    void writeOnce(String what, HandleConsumer<SQLException> statement) {
        try {
            jdbi.useHandle(statement);
        } catch (JdbiException | SQLException e) {
            throw notDone("wrote", what, e);
        }
    }

    private static StorageException notDone(String done, String what, Exception e) {
        SqlFailure failure = SqlFailure.of(e);
        String effect = failure.changedNothing()
                ? "Nothing was changed: PostgreSQL was to write " + what + ", and could not"
                : "It is unknown whether PostgreSQL " + done + " " + what;
        return new StorageException(
                failure.problem(), failure.changedNothing(), effect + failure.told(), failure.cause());
    }
}
