package io.futureos.studio.storage.files;

import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.testkit.contract.AtomicDeletionContract;
import io.futureos.studio.testkit.time.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

class FileDeletionTest extends AtomicDeletionContract {

    private final MovableClock clock = MovableClock.standing();

    @TempDir
    Path directory;

    @Override
    protected BlobStore newEmptyBlobStore() {
        return FileBlobStore.in(directory, clock);
    }

    @Override
    protected void pass(Duration time) {
        clock.pass(time);
    }
}
