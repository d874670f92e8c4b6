package io.futureos.studio.testkit.fault;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.storage.BlobStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A blob store at the other end of a line. A link is made on this side of it. */
record FaultyBlobStore(BlobStore real, Line line) implements BlobStore {

    @Override
    public BlobKey put(byte[] content) {
        return line.call("blobs.put", () -> real.put(content));
    }

    @Override
    public BlobKey put(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        return line.call("blobs.put", () -> real.put(content));
    }

    @Override
    public Optional<byte[]> get(BlobKey key) {
        return line.call("blobs.get", () -> real.get(key));
    }

    @Override
    public Optional<byte[]> get(BlobKey key, long offset, int length) {
        return line.call("blobs.getPart", () -> real.get(key, offset, length));
    }

    @Override
    public List<Stored> list(String prefix, Optional<BlobKey> after, int size) {
        return line.call("blobs.list", () -> real.list(prefix, after, size));
    }

    @Override
    public void delete(BlobKey key) {
        line.run("blobs.delete", () -> real.delete(key));
    }

    @Override
    public void deleteUnlessPutSince(BlobKey key, Instant since) {
        line.run("blobs.deleteUnlessPutSince", () -> real.deleteUnlessPutSince(key, since));
    }

    @Override
    public Optional<URI> link(BlobKey key, String fileName, Duration goodFor) {
        return real.link(key, fileName, goodFor);
    }
}
