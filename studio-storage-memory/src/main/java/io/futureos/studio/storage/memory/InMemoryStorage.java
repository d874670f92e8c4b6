package io.futureos.studio.storage.memory;

import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.storage.Journal;
import io.futureos.studio.storage.Storage;

/** Keeps everything in this process. Safe for use by several threads and by several Studios at once. */
public final class InMemoryStorage implements Storage {

    private final InMemoryJournal journal = new InMemoryJournal();
    private final InMemoryBlobStore blobs = new InMemoryBlobStore();

    private InMemoryStorage() {}

    /** An empty storage of its own. */
    public static InMemoryStorage create() {
        return new InMemoryStorage();
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public BlobStore blobs() {
        return blobs;
    }
}
