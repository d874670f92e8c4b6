package io.futureos.studio.storage.jdbc;

import io.futureos.studio.storage.Storage;
import io.futureos.studio.testkit.contract.CheckpointsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresCheckpointsTest extends CheckpointsContract {

    @RegisterExtension
    static final StudioDatabase DATABASE = new StudioDatabase();

    @Override
    protected Storage newEmptyStorage() {
        return new RestInMemory(DATABASE.emptied());
    }
}
