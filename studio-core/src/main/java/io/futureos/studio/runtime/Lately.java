package io.futureos.studio.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the few things that were asked for last. Those who ask for the same at the same time have it made once and wait for
 * it; what could not be made is tried again by the next. Safe for use by several threads.
 */
final class Lately<K, V> {

    private final Map<K, Once<V>> kept;

    /** @param most how many things are kept */
    Lately(int most) {
        kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Once<V>> eldest) {
                return size() > most;
            }
        };
    }

    V get(K key, Supplier<V> make) {
        Once<V> once;
        synchronized (kept) {
            once = kept.computeIfAbsent(key, asked -> new Once<>());
        }
        return once.get(make);
    }

    private static final class Once<V> {
        private @Nullable V value;

        synchronized V get(Supplier<V> make) {
            V made = value;
            if (made == null) {
                made = make.get();
                value = made;
            }
            return made;
        }
    }
}
