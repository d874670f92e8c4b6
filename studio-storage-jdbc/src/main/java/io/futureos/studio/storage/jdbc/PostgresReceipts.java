package io.futureos.studio.storage.jdbc;

import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.Receipt;
import io.futureos.studio.storage.Receipts;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The receipts that the journal's appends wrote. */
final class PostgresReceipts implements Receipts {

    private final Database database;

    PostgresReceipts(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Receipt> find(UserId user, UUID command) {
        return database.read(
                "the receipt of command " + command,
                handle -> handle.createQuery(
                                "SELECT * FROM studio_receipts WHERE user_id = :user AND command_id = :command")
                        .bind("user", user.value())
                        .bind("command", command)
                        .map((row, context) -> ReceiptRow.read(row))
                        .findOne());
    }

    @Override
    public void forgetBefore(Instant instant) {
        database.write(
                "that receipts from before " + instant + " are forgotten",
                handle -> handle.createUpdate("DELETE FROM studio_receipts WHERE done_at < :instant")
                        .bind("instant", Utc.column(instant))
                        .execute());
    }
}
