package io.futureos.studio.testkit.contract;

import io.futureos.studio.storage.Journal;
import io.futureos.studio.storage.ProjectIndex;
import io.futureos.studio.storage.Receipts;
import io.futureos.studio.storage.Storage;

/** What {@link Journal#append} writes together, and so is tested together. */
public record JournalStore(Journal journal, ProjectIndex projects, Receipts receipts) {

    /** These three of a storage. */
    public static JournalStore of(Storage storage) {
        return new JournalStore(storage.journal(), storage.projects(), storage.receipts());
    }
}
