package io.futureos.studio.storage.jdbc;

import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.testkit.contract.AtomicDeletionContract;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDeletionTest extends AtomicDeletionContract {

    @RegisterExtension
    static final StudioDatabase DATABASE = new StudioDatabase();

    @Override
    protected BlobStore newEmptyBlobStore() {
        return DATABASE.emptied().blobs();
    }

    @Override
    protected void pass(Duration time) {
        DATABASE.pass(time);
    }
}
