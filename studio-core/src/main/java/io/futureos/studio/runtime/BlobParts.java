package io.futureos.studio.runtime;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.storage.BlobStore;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the blobs that blobs are made of: the result of an engine names tables, for example. What is JSON is looked into, at
 * any depth. As a blob never changes, what one names is remembered. For use by one thread.
 */
final class BlobParts {

    private static final int REMEMBERED = 100_000;

    private final BlobStore blobs;
    private final Map<BlobKey, Set<BlobKey>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<BlobKey, Set<BlobKey>> eldest) {
            return size() > REMEMBERED;
        }
    };

    BlobParts(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** These blobs, and whatever they name in turn. */
    void forEach(Collection<BlobKey> whole, Consumer<BlobKey> each) {
        var seen = new HashSet<>(whole);
        var next = new ArrayDeque<>(whole);
        while (!next.isEmpty()) {
            BlobKey key = next.remove();
            each.accept(key);
            partsOf(key).stream().filter(seen::add).forEach(next::add);
        }
    }

    private Set<BlobKey> partsOf(BlobKey key) {
        Set<BlobKey> parts = known.get(key);
        if (parts == null) {
            Optional<byte[]> first = blobs.get(key, 0, 1);
            parts = first.filter(BlobParts::isJson)
                    .flatMap(json -> blobs.get(key))
                    .map(NamedBlobs::in)
                    .orElse(Set.of());
            if (first.isPresent()) {
                known.put(key, Set.copyOf(parts));
            }
        }
        return parts;
    }

    private static boolean isJson(byte[] first) {
        return first.length > 0 && (first[0] == '{' || first[0] == '[');
    }
}
