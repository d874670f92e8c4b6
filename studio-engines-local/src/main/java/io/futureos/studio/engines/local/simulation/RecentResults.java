package io.futureos.studio.engines.local.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last few results by what they were made from, so that scenarios which share data, population and seed share the
 * work. Safe for several threads; two that ask at the same moment may both compute, and find the same.
 */
final class RecentResults<K, V> {

    private static final int KEPT = 4;

    private final Map<K, V> results = new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > KEPT;
        }
    };

    synchronized Optional<V> get(K key) {
        return Optional.ofNullable(results.get(key));
    }

    synchronized void put(K key, V result) {
        results.put(key, result);
    }
}
