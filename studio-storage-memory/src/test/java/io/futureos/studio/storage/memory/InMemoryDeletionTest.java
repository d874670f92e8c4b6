package io.futureos.studio.storage.memory;

import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.testkit.contract.AtomicDeletionContract;
import io.futureos.studio.testkit.time.MovableClock;
import java.time.Duration;

class InMemoryDeletionTest extends AtomicDeletionContract {

    private final MovableClock clock = MovableClock.standing();

    @Override
    protected BlobStore newEmptyBlobStore() {
        return InMemoryStorage.create(clock).blobs();
    }

    @Override
    protected void pass(Duration time) {
        clock.pass(time);
    }
}
