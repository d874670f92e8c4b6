package io.futureos.studio.storage.jdbc;

import io.futureos.studio.testkit.contract.JournalContract;
import io.futureos.studio.testkit.contract.JournalStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresJournalTest extends JournalContract {

    @RegisterExtension
    static final StudioDatabase DATABASE = new StudioDatabase();

    @Override
    protected JournalStore newEmptyStore() {
        return JournalStore.of(new RestInMemory(DATABASE.emptied()));
    }
}
