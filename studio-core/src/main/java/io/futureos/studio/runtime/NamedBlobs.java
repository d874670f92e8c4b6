package io.futureos.studio.runtime;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.Output;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the blobs that something names, so that no kind of value can be forgotten: every component of a record that is a key,
 * and in open values and documents whatever looks like a key, at any depth and whoever wrote it, be it a user, an engine of the
 * host's, or a newer version of the library. A fingerprint that is no key names a blob that nobody has.
 */
final class NamedBlobs {

    private static final int DIGITS = 64;

    private static final ClassValue<List<Method>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .toList();
        }
    };

    private NamedBlobs() {}

    /** The blobs that a value names, be it a record, an open value, or what is made up of them. */
    static Set<BlobKey> in(Object value) {
        var found = new LinkedHashSet<BlobKey>();
        collect(value, found);
        return found;
    }

    /** The blobs that a document names. */
    static Set<BlobKey> in(byte[] document) {
        var found = new LinkedHashSet<BlobKey>();
        collectText(new String(document, StandardCharsets.ISO_8859_1), found);
        return found;
    }

    private static void collect(@Nullable Object value, Set<BlobKey> found) {
        if (value instanceof BlobKey key) {
            found.add(key);
        } else if (value instanceof Fingerprint) {
            return; // of inputs or of content: no blob has it for a key
        } else if (value instanceof String text) {
            collectText(text, found);
        } else if (value instanceof Output output) {
            collect(output.result(), found); // the basis is fingerprints too
            collect(output.summary(), found);
        } else if (value instanceof Record record) {
            COMPONENTS.get(record.getClass()).forEach(component -> collect(read(component, record), found));
        } else if (value instanceof Collection<?> elements) {
            elements.forEach(element -> collect(element, found));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, element) -> {
                collect(name, found);
                collect(element, found);
            });
        }
    }

    private static @Nullable Object read(Method component, Record record) {
        try {
            return component.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The components of a record can be read, but not " + component, e);
        }
    }

    private static void collectText(String text, Set<BlobKey> found) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            digits = isDigit(text.charAt(i)) ? digits + 1 : 0;
            if (digits >= DIGITS) {
                found.add(new BlobKey(new Fingerprint(text.substring(i + 1 - DIGITS, i + 1))));
            }
        }
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
