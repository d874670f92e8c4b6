package io.futureos.studio.testkit.contract;

import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.storage.JobQueue;
import io.futureos.studio.storage.JobStatuses;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.storage.Templates;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;

/** Every contract of a {@link Storage} that has everything. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class StorageContract {

    /** A storage in which nothing is stored. */
    protected abstract Storage newEmptyStorage();

    /** Lets this time go by on the clock of the storage that was made last. */
    protected abstract void pass(Duration time);

    @Nested
    class TheJournal extends JournalContract {
        @Override
        protected JournalStore newEmptyStore() {
            return JournalStore.of(newEmptyStorage());
        }
    }

    @Nested
    class TheIndex extends ProjectIndexContract {
        @Override
        protected JournalStore newEmptyStore() {
            return JournalStore.of(newEmptyStorage());
        }
    }

    @Nested
    class TheReceipts extends ReceiptsContract {
        @Override
        protected JournalStore newEmptyStore() {
            return JournalStore.of(newEmptyStorage());
        }
    }

    @Nested
    class TheBlobs extends BlobStoreContract {
        @Override
        protected BlobStore newEmptyBlobStore() {
            return newEmptyStorage().blobs();
        }

        @Override
        protected void pass(Duration time) {
            StorageContract.this.pass(time);
        }
    }

    @Nested
    class TheCheckpoints extends CheckpointsContract {
        @Override
        protected Storage newEmptyStorage() {
            return StorageContract.this.newEmptyStorage();
        }
    }

    @Nested
    class TheVersions extends VersionsContract {
        @Override
        protected Storage newEmptyStorage() {
            return StorageContract.this.newEmptyStorage();
        }
    }

    @Nested
    class TheTemplates extends TemplatesContract {
        @Override
        protected Templates newEmptyTemplates() {
            return newEmptyStorage().templates();
        }
    }

    @Nested
    class TheJobs extends JobQueueContract {
        @Override
        protected JobQueue newEmptyQueue() {
            return newEmptyStorage().jobs();
        }

        @Override
        protected void pass(Duration time) {
            StorageContract.this.pass(time);
        }
    }

    @Nested
    class TheJobStatuses extends JobStatusesContract {
        @Override
        protected JobStatuses newEmptyStatuses() {
            return newEmptyStorage().jobStatuses();
        }
    }

    @Nested
    class TheForgetting extends ForgettingContract {
        @Override
        protected Storage newEmptyStorage() {
            return StorageContract.this.newEmptyStorage();
        }
    }
}
