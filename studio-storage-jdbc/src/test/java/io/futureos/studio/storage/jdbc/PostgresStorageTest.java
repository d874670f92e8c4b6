package io.futureos.studio.storage.jdbc;

import io.futureos.studio.storage.Storage;
import io.futureos.studio.testkit.contract.StorageContract;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStorageTest extends StorageContract {

    @RegisterExtension
    static final StudioDatabase DATABASE = new StudioDatabase();

    @Override
    protected Storage newEmptyStorage() {
        return DATABASE.emptied();
    }

    @Override
    protected void pass(Duration time) {
        DATABASE.pass(time);
    }
}
