package io.futureos.studio.storage.jdbc;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.Receipt;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** A receipt as a row. */
final class ReceiptRow {

    private ReceiptRow() {}

    /** Writes what {@link #bind} bound, if a CTE {@code appended} has a row; fails if the user has such a receipt already. */
    static final String INSERT_FROM_APPENDED = """
            INSERT INTO studio_receipts (user_id, command_id, request, project_id, revision, done_at, answer)
            SELECT :receiptUser, :command, :request, :project, :revision, CAST(:doneAt AS TIMESTAMP), CAST(:answer AS BYTEA)
            FROM appended""";

    /** Binds what {@link #INSERT_FROM_APPENDED} writes beside the project and its revision. */
    static void bind(Query query, Receipt receipt) {
        query.bind("receiptUser", receipt.user().value())
                .bind("command", receipt.command())
                .bind("request", receipt.request().value())
                .bind("doneAt", Utc.column(receipt.at()))
                .bind("answer", receipt.answer() == null ? null : StudioJson.writeBytes(receipt.answer()));
    }

    /** What is written beside the project and its revision, as {@link NextRevision} names the columns. */
    static List<@Nullable Object> values(Receipt receipt) {
        return Arrays.asList(
                receipt.user().value(),
                receipt.command(),
                receipt.request().value(),
                Utc.column(receipt.at()),
                receipt.answer() == null ? null : StudioJson.writeBytes(receipt.answer()));
    }

    static Receipt read(ResultSet row) throws SQLException {
        byte[] answer = row.getBytes("answer");
        return new Receipt(
                new UserId(row.getObject("user_id", UUID.class)),
                row.getObject("command_id", UUID.class),
                new Fingerprint(row.getString("request")),
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getLong("revision"),
                Utc.instant(row.getObject("done_at", LocalDateTime.class)),
                answer == null ? null : StudioJson.readOwn(new String(answer, StandardCharsets.UTF_8)));
    }
}
