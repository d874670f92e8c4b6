package io.futureos.studio.storage.jdbc;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.VersionInfo;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.Receipt;
import io.futureos.studio.storage.Versions.Cut;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Appends a revision with all that its commit brings. Every action waits for this, so it is one statement, which costs one trip
 * to the server and back; and it is bound by hand, as Jdbi would take about as long as the server does. It begins with the
 * project's row, which must tell of the revision before: whoever writes to the same project, or forgets it, waits there.
 */
final class AppendStatement {

    private static final String FIRST = """
            WITH projected AS (
              INSERT INTO studio_projects (
                project_id, created_at, user_id, team_id, project_name, description, status, version, version_revision,
                revision, updated_at, deleted_at, has_jobs, next_delivery)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              ON CONFLICT (project_id) DO NOTHING
              RETURNING project_id, revision, version)""";

    private static final String NEXT = """
            WITH projected AS (
              UPDATE studio_projects SET
                user_id = ?, team_id = ?, project_name = ?, description = ?, status = ?, version = ?, version_revision = ?,
                revision = ?, updated_at = ?, deleted_at = ?, has_jobs = ?, next_delivery = ?
              WHERE project_id = ? AND revision = ?
              RETURNING project_id, revision, version)""";

    private static final String COLLABORATORS = """
            ,
            collaborating AS (
              INSERT INTO studio_collaborators (project_id, user_id, role)
              SELECT project_id, first.* FROM projected, unnest(CAST(? AS UUID[]), CAST(? AS TEXT[])) AS first)""";

    private static final String RECEIPT = """
            ,
            received AS (
              INSERT INTO studio_receipts (user_id, command_id, request, done_at, answer, project_id, revision)
              SELECT ?, ?, ?, CAST(? AS TIMESTAMP), CAST(? AS BYTEA), project_id, revision FROM projected)""";

    private static final String VERSION = """
            ,
            cut AS (
              INSERT INTO studio_project_versions (
                version_id, state_snapshot, created_by, created_at, reason, size, project_id, version_number, revision)
              SELECT ?, CAST(? AS JSONB), ?, CAST(? AS TIMESTAMP), ?, ?, project_id, version, revision FROM projected)""";

    private static final String REVISION = """

            INSERT INTO studio_journal (content, project_id, revision)
            SELECT CAST(? AS BYTEA), project_id, revision FROM projected""";

    private final StringBuilder sql = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    private AppendStatement() {}

    /** False if nothing was written, since the project's row does not tell of the revision before. */
    static boolean appends(Connection connection, Commit commit, byte[] content) throws SQLException {
        AppendStatement statement = of(connection, commit, content);
        try (PreparedStatement append = connection.prepareStatement(statement.sql.toString())) {
            for (int i = 0; i < statement.values.size(); i++) {
                bind(append, i + 1, statement.values.get(i));
            }
            return append.executeUpdate() == 1;
        }
    }

    private static void bind(PreparedStatement statement, int position, @Nullable Object value) throws SQLException {
        if (value instanceof Jsonb json) {
            json.bind(statement, position);
        } else {
            statement.setObject(position, value);
        }
    }

    private static AppendStatement of(Connection connection, Commit commit, byte[] content) throws SQLException {
        var statement = new AppendStatement();
        if (commit.revision().number() == 1) {
            statement.beginWithFirst(connection, commit.summary());
        } else {
            statement.beginWithNext(commit.summary(), commit.revision().number());
        }
        if (commit.receipt() != null) {
            statement.with(commit.receipt());
        }
        if (commit.version() != null) {
            statement.with(commit.version());
        }
        statement.with(REVISION, content);
        return statement;
    }

    private void beginWithFirst(Connection connection, ProjectSummary summary) throws SQLException {
        with(FIRST, summary.id().value(), Utc.column(summary.createdAt()));
        withRow(summary, 1);
        with(
                COLLABORATORS,
                connection.createArrayOf(
                        "uuid",
                        summary.collaborators().keySet().stream()
                                .map(UserId::value)
                                .toArray()),
                connection.createArrayOf(
                        "text",
                        summary.collaborators().values().stream()
                                .map(Role::wireName)
                                .toArray()));
    }

    private void beginWithNext(ProjectSummary summary, long revision) {
        with(NEXT);
        withRow(summary, revision);
        values.add(summary.id().value());
        values.add(revision - 1);
    }

    private void withRow(ProjectSummary summary, long revision) {
        values.add(summary.owner().value());
        values.add(summary.team() == null ? null : summary.team().value());
        values.add(summary.name());
        values.add(summary.description());
        values.add(summary.status().wireName());
        values.add(summary.version());
        values.add(summary.versionRevision());
        values.add(revision);
        values.add(Utc.column(summary.updatedAt()));
        values.add(Utc.columnOrNull(summary.deletedAt()));
        values.add(summary.agenda().jobs());
        values.add(Utc.columnOrNull(summary.agenda().nextDelivery()));
    }

    private void with(Receipt receipt) {
        with(
                RECEIPT,
                receipt.user().value(),
                receipt.command(),
                receipt.request().value(),
                Utc.column(receipt.at()),
                receipt.answer() == null ? null : StudioJson.writeBytes(receipt.answer()));
    }

    private void with(Cut version) {
        VersionInfo info = version.info();
        with(
                VERSION,
                UUID.randomUUID(),
                new Jsonb(version.content()),
                info.createdBy().value(),
                Utc.column(info.createdAt()),
                info.reason(),
                info.size());
    }

    private void with(String part, @Nullable Object... partValues) {
        sql.append(part);
        values.addAll(Arrays.asList(partValues));
    }
}
