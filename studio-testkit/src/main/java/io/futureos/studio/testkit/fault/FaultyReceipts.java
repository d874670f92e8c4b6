package io.futureos.studio.testkit.fault;

import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.Receipt;
import io.futureos.studio.storage.Receipts;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Receipts at the other end of a line. */
record FaultyReceipts(Receipts real, Line line) implements Receipts {

    @Override
    public Optional<Receipt> find(UserId user, UUID command) {
        return line.call("receipts.find", () -> real.find(user, command));
    }

    @Override
    public void forgetBefore(Instant instant) {
        line.run("receipts.forgetBefore", () -> real.forgetBefore(instant));
    }
}
