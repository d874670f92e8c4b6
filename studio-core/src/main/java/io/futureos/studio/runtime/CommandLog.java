package io.futureos.studio.runtime;

import io.futureos.studio.RefusedException;
import io.futureos.studio.decide.Refusal;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.storage.Receipt;
import io.futureos.studio.storage.Receipts;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Knows which commands were done before. */
final class CommandLog {

    /** A larger answer is not kept, only that the command was done. */
    private static final int LARGEST_ANSWER = 64 * 1024;

    private final Receipts receipts;

    CommandLog(Receipts receipts) {
        this.receipts = receipts;
    }

    /**
     * The receipt of the request, if it was done before.
     *
     * @throws RefusedException if its command id was used for something else
     */
    Optional<Receipt> receipt(Request request) {
        UUID command = request.terms().command();
        if (command == null) {
            return Optional.empty();
        }
        Optional<Receipt> receipt = receipts.find(request.actor(), command);
        receipt.filter(done -> !done.request().equals(request.terms().fingerprint()))
                .ifPresent(other -> {
                    throw new RefusedException(new Refusal.CommandReused(command, other.at()));
                });
        return receipt;
    }

    /** The receipt to write together with what was done; null if nobody asked for one. */
    @Nullable
    Receipt receiptFor(Request request, Outcome outcome) {
        UUID command = request.terms().command();
        if (command == null) {
            return null;
        }
        Map<String, Object> answer = request.answer(outcome);
        var revision = Objects.requireNonNull(outcome.revision());
        return new Receipt(
                request.actor(),
                command,
                request.terms().fingerprint(),
                outcome.after().project().id(),
                revision.number(),
                revision.at(),
                StudioJson.write(answer).length() > LARGEST_ANSWER ? null : answer);
    }
}
