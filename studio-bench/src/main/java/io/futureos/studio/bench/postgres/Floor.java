package io.futureos.studio.bench.postgres;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.ProjectState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * What a program would do that has the contract's tables and nothing else: plain JDBC on one connection, with prepared
 * statements, on tables in a schema of their own. What it writes is JSON text that was ready before. Not for use by several
 * threads.
 */
final class Floor implements AutoCloseable {

    private static final String INSERT_PROJECT = """
            INSERT INTO studio_projects (
              project_id, user_id, project_name, description, status, version, workbench_states, modification_log)
            VALUES (?, ?, ?, ?, ?, 1, CAST(? AS JSONB), CAST(? AS JSONB))""";
    private static final String UPDATE_PROJECT = """
            UPDATE studio_projects SET
              workbench_states = CAST(? AS JSONB), modification_log = CAST(? AS JSONB), version = ?, updated_at = NOW()
            WHERE project_id = ?""";
    private static final String INSERT_VERSION = """
            INSERT INTO studio_project_versions (version_id, project_id, version_number, state_snapshot, created_by)
            VALUES (?, ?, ?, CAST(? AS JSONB), ?)""";

    private final Connection connection;

    /** @param connection is closed with the floor */
    Floor(Connection connection) throws SQLException {
        this.connection = connection;
        run("SET search_path TO floor");
    }

    /** Makes the schema with its tables. */
    static void create(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                InputStream ddl = Floor.class.getResourceAsStream("floor.sql")) {
            statement.execute(new String(requireNonNull(ddl).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A state in the pieces in which the tables hold it. */
    record Document(UUID project, UUID user, String name, String workbenches, String log, String snapshot) {

        static Document of(ProjectState state) {
            return new Document(
                    state.projectId().value(),
                    state.userId().value(),
                    state.projectName(),
                    StudioJson.write(state.workbenchStates()),
                    StudioJson.write(state.modificationLog()),
                    StudioJson.write(state));
        }

        Document under(UUID otherProject) {
            return new Document(otherProject, user, name, workbenches, log, snapshot);
        }
    }

    /** One row of a journal, in a transaction of its own. */
    void append(UUID project, long revision, byte[] content) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO journal (project_id, revision, content) VALUES (?, ?, ?)")) {
            insert.setObject(1, project);
            insert.setLong(2, revision);
            insert.setBytes(3, content);
            insert.executeUpdate();
        }
    }

    /** The row of the project and its first version, in one transaction. */
    void create(Document document) throws SQLException {
        inTransaction(() -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT_PROJECT)) {
                insert.setObject(1, document.project());
                insert.setObject(2, document.user());
                insert.setString(3, document.name());
                insert.setString(4, "");
                insert.setString(5, "draft");
                insert.setString(6, document.workbenches());
                insert.setString(7, document.log());
                insert.executeUpdate();
            }
            insertVersion(document, 1);
        });
    }

    /** The row of the project anew and another version, in one transaction. */
    void save(Document document, int version) throws SQLException {
        inTransaction(() -> {
            try (PreparedStatement update = connection.prepareStatement(UPDATE_PROJECT)) {
                update.setString(1, document.workbenches());
                update.setString(2, document.log());
                update.setInt(3, version);
                update.setObject(4, document.project());
                update.executeUpdate();
            }
            insertVersion(document, version);
        });
    }

    private void insertVersion(Document document, int version) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_VERSION)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, document.project());
            insert.setInt(3, version);
            insert.setString(4, document.snapshot());
            insert.setObject(5, document.user());
            insert.executeUpdate();
        }
    }

    private void inTransaction(Paired.Step work) throws SQLException {
        connection.setAutoCommit(false);
        work.run();
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** The project's row, its JSON read into open values. */
    Object load(UUID project) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT * FROM studio_projects WHERE project_id = ?")) {
            select.setObject(1, project);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Object[] {
                    row.getString("project_name"),
                    StudioJson.readOwn(row.getString("workbench_states")),
                    StudioJson.readOwn("{\"log\":" + row.getString("modification_log") + "}")
                };
            }
        }
    }

    /** The names of the newest 50 projects of the user. */
    int list(UUID user) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT project_id, project_name, status, updated_at FROM studio_projects
                WHERE user_id = ? AND deleted_at IS NULL ORDER BY updated_at DESC LIMIT 50""")) {
            select.setObject(1, user);
            int count = 0;
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    count += rows.getString("project_name").isEmpty() ? 0 : 1;
                }
            }
            return count;
        }
    }

    /** Asks for a job and takes it, as a queue in a table does at least. */
    void claim(UUID job) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO jobs (job_id, due_at) VALUES (?, clock_timestamp())")) {
            insert.setObject(1, job);
            insert.executeUpdate();
        }
        try (PreparedStatement claim = connection.prepareStatement("""
                UPDATE jobs SET node_id = ?, due_at = clock_timestamp() + INTERVAL '1 hour'
                WHERE job_id = (SELECT job_id FROM jobs WHERE due_at <= clock_timestamp()
                                ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING job_id""")) {
            claim.setObject(1, UUID.randomUUID());
            try (ResultSet row = claim.executeQuery()) {
                row.next();
            }
        }
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
