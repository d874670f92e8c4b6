package io.futureos.studio.storage.s3;

import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.testkit.contract.BlobStoreContract;
import io.futureos.studio.testkit.server.S3Server;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;

class S3BlobStoreContractTest extends BlobStoreContract {

    private final S3Server server = S3Server.shared();
    private final S3BlobStore blobs =
            Stores.at(server, server.newBucket()).keyPrefix("studio/blobs/").build();

    @Override
    protected BlobStore newEmptyBlobStore() {
        return blobs;
    }

    /** The clock is the server's: it can't be moved. */
    @Override
    protected void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    @AfterEach
    void close() {
        blobs.close();
    }
}
