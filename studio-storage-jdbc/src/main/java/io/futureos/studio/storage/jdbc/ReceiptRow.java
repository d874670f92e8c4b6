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

/** A receipt as a row. */
final class ReceiptRow {

    private ReceiptRow() {}

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
