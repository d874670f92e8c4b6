package io.futureos.studio.testkit.engine;

import io.futureos.studio.model.BlobKey;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the blobs that a value refers to, however deep in records, lists and maps. */
final class Blobs {

    private final Map<String, BlobKey> found = new TreeMap<>();

    private Blobs() {}

    static Set<BlobKey> in(@Nullable Object value) {
        var blobs = new Blobs();
        blobs.look(value);
        return Set.copyOf(blobs.found.values());
    }

    private void look(@Nullable Object value) {
        if (value instanceof BlobKey key) {
            found.put(key.toString(), key);
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                look(componentOf(value, component));
            }
        } else if (value instanceof Collection<?> elements) {
            elements.forEach(this::look);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(this::look);
        }
    }

    private static @Nullable Object componentOf(Object value, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true); // a public record of a class that isn't
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A component of a record can always be read", e);
        }
    }
}
