package io.futureos.studio.runtime;

import io.futureos.studio.change.Revision;
import io.futureos.studio.decide.Decision;
import io.futureos.studio.model.VersionInfo;
import io.futureos.studio.storage.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request.
 *
 * @param decision null if the request was done before
 * @param revision what was appended; null if nothing changed
 * @param version what the revision cut; null if it cut none
 * @param receipt of the time when the request was done before; null if it was done now
 */
record Outcome(
        WorkingCopy before,
        WorkingCopy after,
        @Nullable Decision decision,
        @Nullable Revision revision,
        @Nullable VersionInfo version,
        @Nullable Receipt receipt) {

    static Outcome unchanged(WorkingCopy copy, Decision decision) {
        return new Outcome(copy, copy, decision, null, null, null);
    }

    static Outcome before(WorkingCopy copy, Receipt receipt) {
        return new Outcome(copy, copy, null, null, null, receipt);
    }
}
