package io.futureos.studio.testkit.fault;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.storage.BlobStore;
import java.util.Optional;

/** A blob store at the other end of a line. */
record FaultyBlobStore(BlobStore real, Line line) implements BlobStore {

    @Override
    public BlobKey put(byte[] content) {
        return line.call("blobs.put", () -> real.put(content));
    }

    @Override
    public Optional<byte[]> get(BlobKey key) {
        return line.call("blobs.get", () -> real.get(key));
    }
}
