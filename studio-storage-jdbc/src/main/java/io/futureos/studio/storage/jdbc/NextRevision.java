package io.futureos.studio.storage.jdbc;

import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.Receipt;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Appends a revision to a project whose row tells of the one before. This is what every action waits for, so it is one
 * statement that does no more than it must: it looks for nothing but the project's row, and is bound without Jdbi, which
 * would take as long as the server does.
 */
final class NextRevision {

    private static final String APPEND = """
            WITH projected AS (
              UPDATE studio_projects SET
                user_id = ?, team_id = ?, project_name = ?, description = ?, status = ?, version = ?, version_revision = ?,
                revision = ?, updated_at = ?, deleted_at = ?, has_jobs = ?, next_delivery = ?
              WHERE project_id = ? AND revision = ?
              RETURNING project_id, revision)%s
            INSERT INTO""";

    private static final String INTO_JOURNAL = """
            studio_journal (project_id, revision, content)
            SELECT project_id, revision, CAST(? AS BYTEA) FROM projected""";

    private static final String INTO_RECEIPTS = """
            studio_receipts (user_id, command_id, request, project_id, revision, done_at, answer)
            SELECT ?, ?, ?, project_id, revision, CAST(? AS TIMESTAMP), CAST(? AS BYTEA) FROM appended""";

    private static final String WITHOUT_RECEIPT = APPEND.formatted("") + " " + INTO_JOURNAL;
    private static final String WITH_RECEIPT =
            APPEND.formatted(",\nappended AS (\n  INSERT INTO " + INTO_JOURNAL + "\n  RETURNING project_id, revision)")
                    + " " + INTO_RECEIPTS;

    private NextRevision() {}

    /** False if nothing was written, since the project's row does not tell of the revision before. */
    static boolean append(Connection connection, Commit commit, byte[] content) throws SQLException {
        Receipt receipt = commit.receipt();
        try (PreparedStatement append =
                connection.prepareStatement(receipt == null ? WITHOUT_RECEIPT : WITH_RECEIPT)) {
            long number = commit.revision().number();
            int last = bind(append, 0, row(commit.summary(), number));
            last = bind(append, last, List.of(commit.summary().id().value(), number - 1, content));
            if (receipt != null) {
                bind(append, last, ReceiptRow.values(receipt));
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

    private static int bind(PreparedStatement statement, int last, List<@Nullable Object> values) throws SQLException {
        int position = last;
        for (Object value : values) {
            statement.setObject(++position, value);
        }
        return position;
    }
}
