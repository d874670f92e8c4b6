package io.futureos.studio.testkit.world;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.storage.BlobStore;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Another store, in which blobs age by the clock of the world, and which remembers what was ever put. */
final class AgingBlobs implements BlobStore {

    private final BlobStore real;
    private final Clock clock;
    private final Map<BlobKey, Instant> lastPut = new HashMap<>();

    AgingBlobs(BlobStore real, Clock clock) {
        this.real = real;
        this.clock = clock;
    }

    /** The keys of all blobs that were ever put. */
    Set<BlobKey> everPut() {
        return lastPut.keySet();
    }

    @Override
    public BlobKey put(byte[] content) {
        BlobKey key = real.put(content);
        lastPut.put(key, clock.instant());
        return key;
    }

    @Override
    public Optional<byte[]> get(BlobKey key) {
        return real.get(key);
    }

    @Override
    public List<Stored> list(String prefix, Optional<BlobKey> after, int size) {
        return real.list(prefix, after, size).stream()
                .map(stored ->
                        new Stored(stored.key(), stored.size(), lastPut.getOrDefault(stored.key(), stored.lastPut())))
                .toList();
    }

    @Override
    public void delete(BlobKey key) {
        real.delete(key);
    }
}
