package io.futureos.studio.storage.jdbc;

import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.Receipt;
import io.futureos.studio.storage.Versions.Cut;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Appends a revision to a project whose row tells of the one before. This is what every action waits for, so it is one
 * statement that does no more than it must: it looks for nothing but the project's row, and is bound without Jdbi, which
 * would take as long as the server does.
 */
final class NextRevision {

    private static final String PROJECT = """
            WITH projected AS (
              UPDATE studio_projects SET
                user_id = ?, team_id = ?, project_name = ?, description = ?, status = ?, version = ?, version_revision = ?,
                revision = ?, updated_at = ?, deleted_at = ?, has_jobs = ?, next_delivery = ?
              WHERE project_id = ? AND revision = ?
              RETURNING project_id, revision, version)""";

    private static final String AND_RECEIVE = """
            ,
            received AS (
              INSERT INTO studio_receipts (user_id, command_id, request, done_at, answer, project_id, revision)
              SELECT ?, ?, ?, CAST(? AS TIMESTAMP), CAST(? AS BYTEA), project_id, revision FROM projected)""";

    private static final String AND_CUT = """
            ,
            cut AS (
              INSERT INTO studio_project_versions (
                version_id, state_snapshot, created_by, created_at, reason, size, project_id, version_number, revision)
              SELECT ?, CAST(? AS JSONB), ?, CAST(? AS TIMESTAMP), ?, ?, project_id, version, revision FROM projected)""";

    private static final String APPEND = """

            INSERT INTO studio_journal (content, project_id, revision)
            SELECT CAST(? AS BYTEA), project_id, revision FROM projected""";

    private static final String NOTHING_ELSE = PROJECT + APPEND;

    private NextRevision() {}

    /** False if nothing was written, since the project's row does not tell of the revision before. */
    static boolean append(Connection connection, Commit commit, byte[] content) throws SQLException {
        Receipt receipt = commit.receipt();
        Cut cut = commit.version();
        long number = commit.revision().number();
        var values = new ArrayList<@Nullable Object>(row(commit.summary(), number));
        values.add(commit.summary().id().value());
        values.add(number - 1);
        if (receipt != null) {
            values.addAll(ReceiptRow.values(receipt));
        }
        if (cut != null) {
            values.addAll(VersionRow.values(cut));
        }
        values.add(content);
        try (PreparedStatement append = connection.prepareStatement(
                receipt == null && cut == null
                        ? NOTHING_ELSE
                        : PROJECT + (receipt == null ? "" : AND_RECEIVE) + (cut == null ? "" : AND_CUT) + APPEND)) {
            for (int i = 0; i < values.size(); i++) {
                append.setObject(i + 1, values.get(i));
            }
            return append.executeUpdate() == 1;
        }
    }

    private static List<@Nullable Object> row(ProjectSummary summary, long revision) {
        return Arrays.asList(
                summary.owner().value(),
                summary.team() == null ? null : summary.team().value(),
                summary.name(),
                summary.description(),
                summary.status().wireName(),
                summary.version(),
                summary.versionRevision(),
                revision,
                Utc.column(summary.updatedAt()),
                Utc.columnOrNull(summary.deletedAt()),
                summary.agenda().jobs(),
                Utc.columnOrNull(summary.agenda().nextDelivery()));
    }
}
