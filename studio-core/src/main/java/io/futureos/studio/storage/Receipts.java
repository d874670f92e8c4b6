package io.futureos.studio.storage;

import io.futureos.studio.model.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The receipts of commands; they are written by {@link Journal#append}. Implementations are safe for use by several
 * threads; each passes {@code ReceiptsContract}.
 */
public interface Receipts {

    /** What the user was answered for this command, if it is not forgotten yet. */
    Optional<Receipt> find(UserId user, UUID command);

    /** Forgets the receipts from before {@code instant}; their command ids may be used again. */
    void forgetBefore(Instant instant);
}
