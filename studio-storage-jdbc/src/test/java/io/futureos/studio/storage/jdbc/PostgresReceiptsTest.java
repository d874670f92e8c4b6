package io.futureos.studio.storage.jdbc;

import io.futureos.studio.testkit.contract.JournalStore;
import io.futureos.studio.testkit.contract.ReceiptsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresReceiptsTest extends ReceiptsContract {

    @RegisterExtension
    static final StudioDatabase DATABASE = new StudioDatabase();

    @Override
    protected JournalStore newEmptyStore() {
        return JournalStore.of(new RestInMemory(DATABASE.emptied()));
    }
}
