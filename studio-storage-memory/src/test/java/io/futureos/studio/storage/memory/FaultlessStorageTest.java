package io.futureos.studio.storage.memory;

import io.futureos.studio.storage.Storage;
import io.futureos.studio.testkit.contract.StorageContract;
import io.futureos.studio.testkit.fault.FaultPlan;
import io.futureos.studio.testkit.fault.FaultyStorage;
import io.futureos.studio.testkit.time.MovableClock;
import java.time.Duration;

class FaultlessStorageTest extends StorageContract {

    private final MovableClock clock = MovableClock.standing();

    @Override
    protected Storage newEmptyStorage() {
        return new FaultyStorage(InMemoryStorage.create(clock), FaultPlan.never());
    }

    @Override
    protected void pass(Duration time) {
        clock.pass(time);
    }
}
