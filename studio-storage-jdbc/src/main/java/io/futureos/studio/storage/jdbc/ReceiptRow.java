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
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** A receipt as a row. */
final class ReceiptRow {

    private ReceiptRow() {}

    /** Writes the receipt; false if the user has one for this command already. */
    static boolean written(Handle handle, Receipt receipt) {
        return handle.createUpdate("""
                        INSERT INTO studio_receipts (user_id, command_id, request, project_id, revision, done_at, answer)
                        VALUES (:user, :command, :request, :project, :revision, :at, :answer)
                        ON CONFLICT (user_id, command_id) DO NOTHING""")
                        .bind("user", receipt.user().value())
                        .bind("command", receipt.command())
                        .bind("request", receipt.request().value())
                        .bind("project", receipt.project().value())
                        .bind("revision", receipt.revision())
                        .bind("at", Utc.column(receipt.at()))
                        .bind("answer", receipt.answer() == null ? null : StudioJson.writeBytes(receipt.answer()))
                        .execute()
                == 1;
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
